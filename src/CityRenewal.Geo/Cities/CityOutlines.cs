using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Outlines measured on a city: a parcel belongs to an outline when most of its area lies in it, a building with its
/// parcels. Nothing is proposed for the buildings, so ratios of demolition are unknown, not zero.
/// </summary>
public static class CityOutlines
{
    /// <summary>Measures outlines that may come in another reference system than the city's layers.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="shapes">Polygons in original coordinates.</param>
    /// <param name="epsg">Their reference system.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static IReadOnlyList<AreaMeasures> Of(
        CityWork work, SourceShapes shapes, int epsg, IProgress<WorkProgress>? progress = null, CancellationToken cancel = default)
    {
        var city = work.City;
        var facts = work.Facts(progress, cancel);
        var graph = work.Graph(GraphOptions.Default, progress, cancel);
        var around = Surroundings.Of(city, work.Fabric(progress, cancel), graph, GraphOptions.Default.StreetWidthM);
        var transform = PlaneTransform.Between(epsg, city.Plane);
        return [.. Enumerable.Range(0, shapes.Count).Select(i =>
        {
            var outline = OutlineColumns.Of(shapes, [i], transform);
            var land = new AreaLand(ParcelsIn(city, facts, outline, work.Threads, cancel), outline);
            return AreaMeasures.Of(AreaStock.Of(city, facts, land), around);
        })];
    }

    /// <summary>
    /// The same for many outlines at once, each for itself: every parcel is looked at once, not once for every outline.
    /// </summary>
    internal static IReadOnlyList<List<int>> ParcelsInEach(
        City city, ParcelFacts facts, PolygonColumns outlines, int threads, CancellationToken cancel = default)
    {
        var lots = facts.Lots;
        int[] rows = [.. Enumerable.Range(0, outlines.Count)];
        var grid = AreaGrid.OfZones(outlines, rows, new OverlayOptions().CellSize * city.Plane.UnitsPerMetre);
        var shares = ZoneShares.Of(city.Parcels.Shapes, lots, grid, rows, new OverlayRun(city.Plane, threads, cancel));
        List<int>[] members = [.. rows.Select(_ => new List<int>())];
        for (var parcel = 0; parcel < city.Parcels.Count; parcel++)
        {
            if (shares.Main[parcel] < 0 || city.Parcels.Position[parcel] != RightsPosition.Surface)
            {
                continue;
            }

            foreach (var (outline, area) in shares.PartsOf(parcel))
            {
                if (area > lots.Areas[parcel] / 2)
                {
                    members[outline].Add(parcel);
                }
            }
        }

        return members;
    }

    /// <summary>The surface parcels that lie in an outline with most of their area, ascending.</summary>
    internal static List<int> ParcelsIn(
        City city, ParcelFacts facts, PolygonColumns outline, int threads, CancellationToken cancel = default)
    {
        var lots = facts.Lots;
        var run = new OverlayRun(city.Plane, threads, cancel);
        var grid = AreaGrid.OfZones(outline, [0], new OverlayOptions().CellSize * city.Plane.UnitsPerMetre);
        var shares = ZoneShares.Of(city.Parcels.Shapes, lots, grid, [0], run);
        var members = new List<int>();
        for (var parcel = 0; parcel < city.Parcels.Count; parcel++)
        {
            if (city.Parcels.Position[parcel] == RightsPosition.Surface && shares.MainAreaOf(parcel) > lots.Areas[parcel] / 2)
            {
                members.Add(parcel);
            }
        }

        return members;
    }
}
