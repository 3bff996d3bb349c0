using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Overlay;

/// <summary>Parcels against zones and buildings against parcels.</summary>
public sealed class OverlaySuite : IBenchmarkSuite
{
    private const double CellUnits = 260_000;

    private static readonly OverlayRun Run = new(GridTown.Plane, 2);

    public string Name => "overlay";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var town = new GridTown(parcels);
        var core = town.Zones(Math.Max(2, parcels / 8_000), 1_500_000, 11);
        var control = town.Zones(Math.Max(2, parcels / 8_000), 2_500_000, 12);
        foreach (var vertices in new[] { 10_000, 90_000 })
        {
            var boundary = town.Boundary(vertices, vertices / 500);
            PolygonColumns[] layers = vertices == 10_000 ? [boundary, core, control] : [boundary];
            var crossed = 0;
            book.Ours(
                Name,
                $"parcels in a UDB of {vertices:N0} vertices{(layers.Length > 1 ? " and two historic layers" : "")}, index included",
                parcels,
                town.Parcels.Count,
                () => crossed = Overlaid(town.Parcels, layers)[0].Partly.Length);
            Console.Error.WriteLine($"  crossed by the boundary: {crossed:N0}");
        }

        var udb = town.Boundary(90_000, 180);
        var measured = MeasuredFeatures.Of(town.Parcels, Run);
        var grid = AreaGrid.Of(udb, CellUnits);
        var column = LayerColumn.Of("udb", town.Parcels, measured, grid, Run);
        book.Ours(
            Name, "width of what sticks out of the UDB", parcels, column.Partly.Length,
            () => OutsideStrips.Of(column, town.Parcels, measured, grid, Run));
        book.Ours(Name, "boxes and areas of parcels", parcels, town.Parcels.Count, () => FeatureBoxes.Of(town.Parcels, 2));
        book.Ours(
            Name, "buildings joined to parcels by area", parcels, town.Buildings.Count,
            () => OverlapPairs.Of(
                town.Buildings, MeasuredFeatures.Of(town.Buildings, Run), town.Parcels, MeasuredFeatures.Of(town.Parcels, Run), Run)
                .Turned(town.Parcels.Count));
    }

    private static LayerColumn[] Overlaid(PolygonColumns parcels, PolygonColumns[] layers)
    {
        var measured = MeasuredFeatures.Of(parcels, Run);
        return [.. layers.Select(zones => LayerColumn.Of("zones", parcels, measured, AreaGrid.Of(zones, CellUnits), Run))];
    }
}
