using CityRenewal.Geo.Comparison;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Plans;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// A plan with the numbers and verdicts that its file states and the land as it was when it was written: what a later version
/// is compared with, even where the city has other parcels by then.
/// </summary>
public sealed record PlanAsWritten
{
    /// <summary>Version of the city that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Id of its rule pack and hash of its text; empty where it has none.</summary>
    public required string Rules { get; init; }

    /// <summary>Ids of its areas, in the order of the file.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary>Outlines of the areas in the system of the file.</summary>
    public required SourceShapes Outlines { get; init; }

    /// <summary>Numbers of each area by wire name; null where unknown.</summary>
    public required IReadOnlyList<IReadOnlyList<KeyValuePair<string, double?>>> Numbers { get; init; }

    /// <summary>Verdicts by area.</summary>
    public required ILookup<string, AreaVerdict> Verdicts { get; init; }

    /// <summary>Ids of the parcels of all areas.</summary>
    public required IReadOnlyList<string> Parcels { get; init; }

    /// <summary>Which area each of the parcels belongs to, as an index into <see cref="Areas"/>.</summary>
    public required IReadOnlyList<int> AreaOf { get; init; }

    /// <summary>The parcels as they were.</summary>
    public required SourceShapes ParcelShapes { get; init; }

    /// <summary>Reference system of the shapes.</summary>
    public required int Epsg { get; init; }

    /// <summary>Reads a plan.</summary>
    /// <exception cref="StoreException">The file is no plan.</exception>
    public static PlanAsWritten Read(string path)
    {
        var stored = PlanFile.Read(path);
        var areas = GeoPackageReader.Read(path, PlanLayers.RenewalAreas).Layer;
        var parcels = GeoPackageReader.Read(path, PlanLayers.AreaParcels).Layer;
        var hasFindings = GeoPackageReader.Layers(path).Any(layer => layer.Name == FindingLayer.Name);
        var ids = Texts(areas, "area_id");
        var rows = Enumerable.Range(0, ids.Count).ToDictionary(row => ids[row], StringComparer.Ordinal);
        return new PlanAsWritten
        {
            DataVersion = stored.DataVersion,
            Rules = stored.RulePack is { } pack ? $"{pack} {stored.RulePackHash}" : "",
            Areas = ids,
            Outlines = areas.Shapes,
            Numbers = [.. Enumerable.Range(0, ids.Count).Select(row => NumbersOf(areas, row))],
            Verdicts = hasFindings ? VerdictsOf(GeoPackageReader.Read(path, FindingLayer.Name).Layer) : Enumerable.Empty<AreaVerdict>().ToLookup(_ => ""),
            Parcels = Texts(parcels, "parcel_id"),
            AreaOf = [.. Texts(parcels, "area_id").Select(area => rows[area])],
            ParcelShapes = parcels.Shapes,
            Epsg = areas.Epsg,
        };
    }

    private static List<KeyValuePair<string, double?>> NumbersOf(SourceLayer areas, int row) =>
    [
        .. areas.Columns.Where(column => column is RealSource or IntegerSource)
            .Select(column => KeyValuePair.Create(column.Name, NumberAt(column, row))),
    ];

    private static double? NumberAt(SourceColumn? column, int row) => column switch
    {
        RealSource real when !double.IsNaN(real.Values[row]) => real.Values[row],
        IntegerSource whole when whole.Values[row] != Unknown.Integer => whole.Values[row],
        _ => null,
    };

    private static ILookup<string, AreaVerdict> VerdictsOf(SourceLayer findings)
    {
        var (areas, rules, verdicts) = (Texts(findings, "area_id"), Texts(findings, "rule"), Texts(findings, "verdict"));
        var projects = findings.Columns.Any(column => column.Name == "project") ? Texts(findings, "project") : null;
        var measured = findings.Columns.FirstOrDefault(column => column.Name == "measured");
        return Enumerable.Range(0, areas.Count).ToLookup(
            row => areas[row], row => new AreaVerdict(rules[row], projects?[row] ?? "", verdicts[row], NumberAt(measured, row)));
    }

    private static List<string> Texts(SourceLayer layer, string name) =>
        layer.Columns.FirstOrDefault(column => column.Name == name) is { } column
            ? [.. Enumerable.Range(0, layer.Shapes.Count).Select(column.TextOf)]
            : throw new StoreException(layer.Name, $"The layer has no column {name}.", "Give a file that renewal propose or renewal edit wrote.");
}
