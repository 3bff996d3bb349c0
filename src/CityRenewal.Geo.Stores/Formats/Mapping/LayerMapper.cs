using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Turns a delivered layer into a layer of the city: ids and columns by the mapping, values by word and unit.</summary>
internal sealed class LayerMapper(DeliveredLayer delivered, LayerMapping mapping, ImportProblems problems)
{
    private readonly List<string> _notes = [];
    private readonly List<ImportedReading> _readings = [];
    private IReadOnlyList<PersonalField> _personal = [];
    private bool _hasNumbersForIds;

    /// <summary>Whether fields that name people are taken.</summary>
    public bool KeepsPersonalData { get; init; }

    /// <summary>Who may see the layer where the mapping does not say.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>Whether a layer of the city can be made of such shapes.</summary>
    public static bool Takes(string layer, ShapeKind kind) => layer switch
    {
        LayerNames.Barriers => kind == ShapeKind.Line,
        LayerNames.ProtectedItems => kind != ShapeKind.Line,
        _ => kind == ShapeKind.Polygon,
    };

    /// <summary>The layer, with what was found and what people should know.</summary>
    public MappedLayer Map(int epsg)
    {
        CheckKind();
        _personal = PersonalFields.In(delivered);
        NotePersonal();
        var ids = Ids();
        var defects = new RowDefects(mapping.Layer, delivered, ids);
        var columns = new List<SourceColumn> { ids };
        foreach (var rule in FieldRules.Of(mapping, delivered).Where(IsAllowed))
        {
            columns.AddRange(Columns(rule, defects));
        }

        if (KeepsPersonalData)
        {
            var taken = columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            columns.AddRange(_personal.Select(field => delivered.Field(field.Name)!).Where(field => taken.Add(field.Name)));
        }

        var layer = new SourceLayer
        {
            Name = mapping.Layer,
            Epsg = epsg,
            Shapes = delivered.Shapes,
            Columns = columns,
            Fids = delivered.Fids,
            Origin = ReferenceSystemChoice.Named(delivered) + (delivered.OriginNote.Length > 0 ? $" ({delivered.OriginNote})" : ""),
            Classification = mapping.Classification ?? Classification,
        };
        (layer, var unit) = mapping.IsPreset ? DeclaredUnits.Settled(layer, mapping, delivered, _notes) : (layer, null);
        layer = LandUseSystems.Named(layer, mapping, delivered, _notes);
        return new MappedLayer(layer, [.. delivered.Defects.Select(defect => Renamed(defect, ids)), .. defects.Found], _notes) 
        {
            Readings = _readings,
            DeclaredUnit = unit,
            HasNumbersForIds = _hasNumbersForIds,
        };
    }

    private void CheckKind()
    {
        var kind = delivered.Shapes.Kind;
        if (!Takes(mapping.Layer, kind) && delivered.Shapes.X.Length > 0)
        {
            problems.Add(
                delivered.File,
                $"layer {delivered.Name} has {kind.ToString().ToLowerInvariant()}s, and {mapping.Layer} needs {(mapping.Layer == LayerNames.Barriers ? "lines" : "polygons")}.",
                "Give another layer, or convert this one.");
        }
    }

    private void NotePersonal()
    {
        foreach (var field in _personal)
        {
            _notes.Add(KeepsPersonalData
                ? $"{field.Name} holds personal data ({field.Reason}) and is kept because you asked for it"
                : $"{field.Name} was dropped: personal data, {field.Reason}; --keep-personal-data keeps it");
        }
    }

    // A preset passes over what it must not take; a mapping that names it must be told.
    private bool IsAllowed(FieldRule rule)
    {
        var names = rule.FieldInConstant is { } inConstant ? [inConstant] : rule.Sources;
        var forbidden = names.Where(IsPersonal).ToList();
        if (KeepsPersonalData || forbidden.Count == 0)
        {
            return true;
        }

        if (!mapping.IsPreset)
        {
            RefusePersonal(forbidden[0], rule.Column.Name, rule.Line);
        }

        return false;
    }

    private bool IsPersonal(string name) => delivered.Field(name) is { } field && _personal.Any(personal => personal.Name == field.Name);

    private void RefusePersonal(string field, string column, int line) => problems.Add(
        $"{delivered.File}, mapping line {line}",
        $"{column} would be filled from '{field}', which holds personal data.",
        "Take another field, or import with --keep-personal-data if you may keep it.");

    private TextSource Ids()
    {
        var name = LayerNames.IdColumn(mapping.Layer);
        var field = mapping.Id.Select(delivered.Field).FirstOrDefault(found => found is not null && (KeepsPersonalData || !mapping.IsPreset || !IsPersonal(found.Name)));
        if (field is null && mapping.Id.Count > 0 && !mapping.IsPreset)
        {
            NoField(string.Join(" or ", mapping.Id), mapping.Line);
        }

        if (field is null)
        {
            _hasNumbersForIds = true;
            _notes.Add("no id field: the number in the file stands in for the id");
            return new TextSource(name, TextColumn.From(delivered.Fids.Select(fid => fid.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        if (IsPersonal(field.Name) && !KeepsPersonalData)
        {
            RefusePersonal(field.Name, name, mapping.Line);
        }

        return field is TextSource text ? new TextSource(name, text.Values) : new TextSource(name, TextColumn.From(Rows().Select(field.TextOf)));
    }

    private IEnumerable<int> Rows() => Enumerable.Range(0, delivered.Shapes.Count);

    private IEnumerable<SourceColumn> Columns(FieldRule rule, RowDefects defects)
    {
        var named = rule.FieldInConstant is { } inConstant ? [inConstant] : rule.Sources;
        var sources = named.Where(name => Exists(name, rule.Line)).Select(name => SourceOf(name, rule)).ToList();
        var unit = rule.Unit?.Field is { } unitField ? delivered.Field(unitField) : null;
        if (rule.Unit?.Field is { } missing && unit is null)
        {
            if (!mapping.IsPreset)
            {
                NoField(missing, rule.Line);
                return [];
            }

            rule = rule with { Unit = null };
        }

        return sources.Count == 0 && (rule.Constant is null || rule.FieldInConstant is not null) ? [] : Filled(rule, sources, unit, defects);
    }

    private List<SourceColumn> Filled(FieldRule rule, List<FieldSource> sources, SourceColumn? unit, RowDefects defects)
    {
        var tally = new ReadingTally(rule.Column.Name);
        var filled = new List<SourceColumn>();
        if (rule.Column.Kind == ColumnKind.Text)
        {
            filled.Add(new TextFilling(mapping.Layer, rule, defects, tally).Fill(sources, delivered.Shapes.Count));
        }
        else
        {
            var numbers = new NumberFilling(rule, defects, tally);
            filled.Add(numbers.Fill(sources, unit, delivered.Shapes.Count));
            if (mapping.IsPreset && rule.Column.Name == "floor_area_m2")
            {
                filled.Add(FloorAreaFields.Origins(sources, numbers.SourceOfRow));
            }
        }

        _notes.AddRange(tally.Notes());
        _readings.AddRange(tally.Readings());
        return filled;
    }

    private bool Exists(string name, int line)
    {
        var exists = delivered.Field(name) is not null;
        if (!exists && !mapping.IsPreset)
        {
            NoField(name, line);
        }

        return exists;
    }

    private FieldSource SourceOf(string name, FieldRule rule)
    {
        var field = delivered.Field(name)!;
        var unit = rule.Unit is null ? MeasureUnits.InName(field.Name, rule.Column) : null;
        if (unit is { } told)
        {
            _notes.Add($"{rule.Column.Name}: the name of {field.Name} says {told.Word}");
        }

        var isOfWhole = rule.Column.Name == "storeys_below" && FieldRules.IsOfWholeBuilding(field.Name);
        return new FieldSource(field, unit?.Factor ?? 1, isOfWhole);
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
