using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Registers;

/// <summary>
/// What a small county knows of its town: outlines well, ages and grades of a few houses, no detailed plan, no health check,
/// and no control zone around what is historic.
/// </summary>
internal static class CountyRegister
{
    // Share of rows in which a column is known; columns without a line are known as in a city.
    private static readonly Dictionary<(string Layer, string Column), double> Known = new()
    {
        [(LayerNames.Parcels, "land_use")] = 0.8,
        [(LayerNames.Parcels, "declared_area_m2")] = 0.65,
        [(LayerNames.Parcels, "far_limit")] = 0,
        [(LayerNames.Parcels, "lock")] = 0,
        [(LayerNames.Buildings, "parcel_id")] = 0.4,
        [(LayerNames.Buildings, "storeys_above")] = 0.6,
        [(LayerNames.Buildings, "storeys_below")] = 0.05,
        [(LayerNames.Buildings, "floor_area_m2")] = 0.2,
        [(LayerNames.Buildings, "year_built")] = 0.15,
        [(LayerNames.Buildings, "structure")] = 0.3,
        [(LayerNames.Buildings, "danger_grade")] = 0.06,
        [(LayerNames.Buildings, "repair_value")] = 0,
        [(LayerNames.Buildings, "illegal_area_m2")] = 0.1,
        [(LayerNames.Buildings, "use")] = 0.4,
        [(LayerNames.Buildings, "households")] = 0.1,
        [(LayerNames.Buildings, "people")] = 0.05,
        [(LayerNames.Buildings, "renewed_year")] = 0.5,
    };

    // What makes sense only beside another column goes where that one is unknown.
    private static readonly Dictionary<string, string> Beside = new()
    {
        ["floor_area_origin"] = "floor_area_m2",
        ["danger_certificate"] = "danger_grade",
        ["illegal_decision"] = "illegal_area_m2",
        ["land_use_system"] = "land_use",
    };

    /// <summary>The layers as the county has them.</summary>
    public static IReadOnlyList<SourceLayer> Of(IReadOnlyList<SourceLayer> layers, int seed) =>
    [
        .. layers
            .Where(layer => layer.Name is not (LayerNames.DetailedPlots or LayerNames.HealthChecks))
            .Select(layer => layer.Name == LayerNames.HistoricZones ? WithoutControl(layer) : Sparse(layer, seed)),
    ];

    private static SourceLayer WithoutControl(SourceLayer layer)
    {
        var kind = layer.Column("kind")!;
        return RowChoice.Of(layer, [.. Enumerable.Range(0, layer.Shapes.Count).Where(row => kind.TextOf(row) != "control")]);
    }

    private static SourceLayer Sparse(SourceLayer layer, int seed) => new()
    {
        Name = layer.Name,
        Epsg = layer.Epsg,
        Origin = layer.Origin,
        Shapes = layer.Shapes,
        Columns = [.. layer.Columns.Select(column => Sparse(layer.Name, column, seed))],
    };

    private static SourceColumn Sparse(string layer, SourceColumn column, int seed)
    {
        var deciding = Beside.GetValueOrDefault(column.Name, column.Name);
        if (!Known.TryGetValue((layer, deciding), out var share))
        {
            return column;
        }

        var salt = Known.Keys.ToList().IndexOf((layer, deciding));
        bool IsKnown(int row) => Dice.For(seed, Topic.Survey, salt, row).Chance(share);
        return column switch
        {
            IntegerSource whole => whole with { Values = [.. whole.Values.Select((value, row) => IsKnown(row) ? value : Unknown.Integer)] },
            RealSource real => real with { Values = [.. real.Values.Select((value, row) => IsKnown(row) ? value : Unknown.Real)] },
            _ => new TextSource(column.Name, TextColumn.From(Enumerable.Range(0, column.Count).Select(row => IsKnown(row) ? column.TextOf(row) : null))),
        };
    }
}
