using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Cities of nothing but shapes, for tests of the fabric.</summary>
internal static class FabricCity
{
    public const int Metre = 10_000;

    public static City Of(
        PolygonColumns parcels,
        PolygonColumns? study = null,
        PolygonColumns? water = null,
        RightsPosition[]? positions = null,
        string[]? ids = null)
    {
        var layers = new Dictionary<string, Zones>();
        if (study is not null)
        {
            layers[LayerNames.StudyArea] = ZonesOf(study);
        }

        if (water is not null)
        {
            layers[LayerNames.Water] = ZonesOf(water);
        }

        return With(parcels, layers, positions, ids);
    }

    public static City With(
        PolygonColumns parcels, Dictionary<string, Zones> layers, RightsPosition[]? positions = null, string[]? ids = null) =>
        new()
        {
            Name = "fabric",
            Plane = new WorkingPlane(106.5, 29.5, 29.4, 29.6),
            DataVersion = "test",
            Parcels = ParcelsOf(parcels, positions, ids),
            Buildings = NoBuildings,
            ZoneLayers = layers,
        };

    /// <summary>Polygons from metre coordinates: one array of rings per feature, a ring x1, y1, x2, y2, …; the first is the shell.</summary>
    public static PolygonColumns Polygons(params double[][][] features)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var feature in features)
        {
            for (var ring = 0; ring < feature.Length; ring++)
            {
                int[] x = [.. feature[ring].Where((_, i) => i % 2 == 0).Select(ToGrid)];
                int[] y = [.. feature[ring].Where((_, i) => i % 2 == 1).Select(ToGrid)];
                builder.Ring(x, y, isHole: ring > 0);
            }

            builder.EndFeature();
        }

        return builder.ToColumns();
    }

    /// <summary>A rectangle in metres.</summary>
    public static double[][] Box(double west, double south, double east, double north) =>
        [[west, south, east, south, east, north, west, north]];

    public static Zones ZonesOf(PolygonColumns shapes) => new()
    {
        Ids = TextColumn.From(Enumerable.Range(0, shapes.Count).Select(i => $"Z{i}")),
        Names = TextColumn.Missing(shapes.Count),
        Parents = TextColumn.Missing(shapes.Count),
        Kinds = CodeColumn.Unknown(shapes.Count),
        Shapes = shapes,
        Numbers = new Dictionary<string, double[]>(),
    };

    private static readonly Buildings NoBuildings = new()
    {
        Ids = TextColumn.Missing(0),
        Shapes = PolygonColumns.Empty,
        ParcelIds = TextColumn.Missing(0),
        StoreysAboveColumn = [],
        StoreysBelowColumn = [],
        FloorAreaColumn = [],
        FloorAreaOriginColumn = [],
        YearBuiltColumn = [],
        DangerGradeColumn = [],
        RepairValueColumn = [],
        IllegalAreaColumn = [],
        HouseholdsColumn = [],
        PeopleColumn = [],
        RenewedYearColumn = [],
        DangerCertificates = TextColumn.Missing(0),
        IllegalDecisions = TextColumn.Missing(0),
        Structure = CodeColumn.Unknown(0),
        Use = CodeColumn.Unknown(0),
    };

    private static int ToGrid(double metres) => (int)Math.Round(metres * Metre);

    private static Parcels ParcelsOf(PolygonColumns shapes, RightsPosition[]? positions, string[]? ids) => new()
    {
        Ids = TextColumn.From(ids ?? [.. Enumerable.Range(0, shapes.Count).Select(i => $"P{i:D7}")]),
        Shapes = shapes,
        LegalArea = new double[shapes.Count],
        LegalPerimeter = new double[shapes.Count],
        DeclaredArea = new double[shapes.Count],
        FarLimit = new double[shapes.Count],
        LandUse = CodeColumn.Unknown(shapes.Count),
        LandUseSystem = CodeColumn.Unknown(shapes.Count),
        Positions = positions ?? new RightsPosition[shapes.Count],
        Locks = new ParcelLock[shapes.Count],
    };
}
