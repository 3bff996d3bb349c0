using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Turns a delivered layer into a layer of the city: ids and columns by the mapping, values by word and unit.</summary>
internal sealed class LayerMapper(DeliveredLayer delivered, LayerMapping mapping, ImportProblems problems)
{
    private readonly List<Defect> _defects = [];
    private readonly List<string> _notes = [];

    /// <summary>The layer, with what was found and what people should know.</summary>
    public MappedLayer Map(int epsg)
    {
        CheckKind();
        var ids = Ids();
        var columns = new List<SourceColumn> { ids };
        foreach (var rule in Rules())
        {
            if (Column(rule, ids) is { } column)
            {
                columns.Add(column);
            }
        }

        var layer = new SourceLayer
        {
            Name = mapping.Layer,
            Epsg = epsg,
            Shapes = delivered.Shapes,
            Columns = columns,
            Fids = delivered.Fids,
            Origin = ReferenceSystemChoice.Named(delivered) + (delivered.OriginNote.Length > 0 ? $" ({delivered.OriginNote})" : ""),
        };
        return new MappedLayer(layer, [.. delivered.Defects.Select(defect => Renamed(defect, ids)), .. _defects], _notes);
    }

    private void CheckKind()
    {
        var kind = delivered.Shapes.Kind;
        var fits = mapping.Layer switch
        {
            LayerNames.Barriers => kind == ShapeKind.Line,
            LayerNames.ProtectedItems => kind != ShapeKind.Line,
            _ => kind == ShapeKind.Polygon,
        };
        if (!fits && delivered.Shapes.X.Length > 0)
        {
            problems.Add(
                delivered.File,
                $"layer {delivered.Name} has {kind.ToString().ToLowerInvariant()}s, and {mapping.Layer} needs {(mapping.Layer == LayerNames.Barriers ? "lines" : "polygons")}.",
                "Give another layer, or convert this one.");
        }
    }

    private TextSource Ids()
    {
        var name = LayerNames.IdColumn(mapping.Layer);
        var field = mapping.Id.Select(delivered.Field).FirstOrDefault(found => found is not null);
        if (field is null && mapping.Id.Count > 0 && !mapping.IsPreset)
        {
            NoField(string.Join(" or ", mapping.Id), mapping.Line);
        }

        if (field is null)
        {
            _notes.Add("no id field: the number in the file stands in for the id");
            return new TextSource(name, TextColumn.From(delivered.Fids.Select(fid => fid.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        return field is TextSource text ? new TextSource(name, text.Values) : new TextSource(name, TextColumn.From(Rows().Select(field.TextOf)));
    }

    private IEnumerable<int> Rows() => Enumerable.Range(0, delivered.Shapes.Count);

    // A preset also takes fields that already bear the name of a column.
    private IEnumerable<FieldRule> Rules()
    {
        if (!mapping.IsPreset)
        {
            return mapping.Fields;
        }

        var same = delivered.Columns.Select(column => CityColumn.Find(mapping.Layer, column.Name.ToLowerInvariant()))
            .OfType<CityColumn>()
            .Where(column => mapping.Fields.All(rule => rule.Column.Name != column.Name || !rule.Sources.Any(source => delivered.Field(source) is not null)))
            .Select(column => new FieldRule(column, 0) { Sources = [column.Name] });
        return [.. mapping.Fields.Where(rule => rule.Constant is not null || rule.Sources.Any(source => delivered.Field(source) is not null)), .. same];
    }

    private SourceColumn? Column(FieldRule rule, TextSource ids)
    {
        var sources = new List<SourceColumn>();
        foreach (var name in rule.Sources)
        {
            if (delivered.Field(name) is { } field)
            {
                sources.Add(field);
            }
            else if (!mapping.IsPreset)
            {
                NoField(name, rule.Line);
            }
        }

        var unit = rule.Unit?.Field is { } unitField ? delivered.Field(unitField) : null;
        if (rule.Unit?.Field is { } missing && unit is null)
        {
            NoField(missing, rule.Line);
            return null;
        }

        if (rule.FieldInConstant is { } inConstant)
        {
            if (delivered.Field(inConstant) is not { } field)
            {
                NoField(inConstant, rule.Line);
                return null;
            }

            sources = [field];
        }

        var filling = new ColumnFilling(mapping.Layer, delivered, rule, ids, _defects);
        return rule.Constant is null && sources.Count == 0 ? null : filling.Fill(sources, unit, _notes);
    }

    private void NoField(string name, int line) => problems.Add(
        line > 0 ? $"{delivered.File}, mapping line {line}" : delivered.File,
        $"layer {delivered.Name} has no field '{name}'.",
        $"It has {string.Join(", ", delivered.Columns.Select(column => column.Name))}.");

    // Defects found while reading know neither the city's name of the layer nor the ids.
    private Defect Renamed(Defect defect, TextSource ids)
    {
        var row = defect.Fid < 0 ? -1 : Array.BinarySearch(delivered.Fids, defect.Fid);
        return defect with { Layer = mapping.Layer, Id = row < 0 ? "" : ids.TextOf(row) };
    }
}

/// <summary>A layer of the city with what was found in making it.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Defects">Values and shapes that could not be taken as they were.</param>
/// <param name="Notes">What people should know.</param>
internal sealed record MappedLayer(SourceLayer Layer, IReadOnlyList<Defect> Defects, IReadOnlyList<string> Notes);
