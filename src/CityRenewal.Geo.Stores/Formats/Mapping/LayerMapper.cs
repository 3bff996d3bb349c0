using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Turns a delivered layer into a layer of the city: ids and columns by the mapping, values by word and unit.</summary>
internal sealed class LayerMapper(DeliveredLayer delivered, LayerMapping mapping, ImportProblems problems)
{
    /// <summary>Whether fields that name people are taken.</summary>
    public bool KeepsPersonalData { get; init; }

    /// <summary>Who may see the layer where the mapping does not say.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>Whether a layer of the city can be made of such shapes.</summary>
    public static bool Takes(string layer, ShapeKind kind) => layer switch
    {
        LayerNames.Barriers => kind == ShapeKind.Line,
        LayerNames.ProtectedItems or LayerNames.Stations => kind != ShapeKind.Line,
        _ => kind == ShapeKind.Polygon,
    };

    /// <summary>The layer, with what was found and what people should know.</summary>
    public MappedLayer Map(int epsg)
    {
        CheckKind();
        var personal = new PersonalGuard(delivered, mapping, problems, KeepsPersonalData);
        var fields = new RuleFields(delivered, mapping, problems);
        var ids = LayerIds.Of(delivered, mapping, personal, fields);
        var found = FieldRules.Of(mapping, delivered).Where(personal.Allows).Select(fields.Of).ToList();
        var filled = new RuleFilling(delivered, mapping, ids.Column).Of(found);
        var notes = new List<string>([.. personal.Notes, .. ids.Notes, .. filled.SelectMany(rule => rule.Notes)]);
        var layer = LayerOf(epsg, [ids.Column, .. filled.SelectMany(rule => rule.Columns)], personal);
        (layer, var unit) = mapping.IsPreset ? DeclaredUnits.Settled(layer, mapping, delivered, notes) : (layer, null);
        layer = LandUseSystems.Named(layer, mapping, delivered, notes);
        var read = delivered.Defects.Select(defect => Renamed(defect, ids.Column));
        return new MappedLayer(layer, [.. read, .. filled.SelectMany(rule => rule.Defects)], notes)
        {
            Readings = [.. filled.SelectMany(rule => rule.Readings)],
            DeclaredUnit = unit,
            HasNumbersForIds = ids.AreNumbers,
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

    private SourceLayer LayerOf(int epsg, IReadOnlyList<SourceColumn> columns, PersonalGuard personal)
    {
        var taken = columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new SourceLayer
        {
            Name = mapping.Layer,
            Epsg = epsg,
            Shapes = delivered.Shapes,
            Columns = [.. columns, .. personal.Kept.Where(field => taken.Add(field.Name))],
            Fids = delivered.Fids,
            Origin = ReferenceSystemChoice.Named(delivered) + (delivered.OriginNote.Length > 0 ? $" ({delivered.OriginNote})" : ""),
            Classification = mapping.Classification ?? Classification,
        };
    }

    // Defects found while reading know neither the city's name of the layer nor the ids.
    private Defect Renamed(Defect defect, TextSource ids)
    {
        var row = defect.Fid < 0 ? -1 : Array.BinarySearch(delivered.Fids, defect.Fid);
        return defect with { Layer = mapping.Layer, Id = row < 0 ? "" : ids.TextOf(row) };
    }
}
