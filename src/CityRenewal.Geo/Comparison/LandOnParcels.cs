using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Comparison;

/// <summary>
/// The land of areas whose parcels may not be those of the city: taken by id where the city is the one that they were made
/// from, else by what lies where, so that parcels that were split, merged or named anew are found again.
/// </summary>
public static class LandOnParcels
{
    // Outlines that went through a file come back a tenth of a millimetre off.
    private const double Negligible = 0.001;

    // Parcels that only touch are no descendants of each other.
    private const double LeastDescent = 0.05;

    /// <summary>By the ids of the city's own parcels.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="areas">Parcel ids of each area.</param>
    /// <returns>The land of each area; null where the city lacks one of the parcels.</returns>
    public static IReadOnlyList<IReadOnlyList<LandShare>>? ById(CityWork work, IReadOnlyList<IReadOnlyList<string>> areas)
    {
        var wanted = areas.SelectMany(area => area).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, work.City.Parcels.Count).Where(row => wanted.Contains(work.City.Parcels.Ids[row]))
            .ToDictionary(row => work.City.Parcels.Ids[row], StringComparer.Ordinal);
        return wanted.Count != rows.Count ? null : [.. areas.Select(area => OfRows(work, area.Select(id => rows[id])))];
    }

    /// <summary>Area of every parcel of the city, m².</summary>
    public static IReadOnlyList<double> AreasOf(CityWork work) => work.Facts().Lots.Areas.ToArray();

    /// <summary>By rows of the city: whole parcels.</summary>
    public static IReadOnlyList<LandShare> OfRows(CityWork work, IEnumerable<int> parcels)
    {
        var lots = work.Facts().Lots;
        return [.. parcels.Distinct().Order().Select(row => new LandShare(row, lots.Areas[row]))];
    }

    /// <summary>By what lies where.</summary>
    /// <param name="work">The work on the city.</param>
    /// <param name="shapes">The parcels of the areas as they were, in original coordinates, and their reference system.</param>
    /// <param name="areaOf">The area of each of them.</param>
    /// <param name="cancel">Ends the work early.</param>
    /// <returns>The land of each area, and the city's parcels on each parcel that was given, by its row.</returns>
    public static (IReadOnlyList<IReadOnlyList<LandShare>> Land, IReadOnlyList<IReadOnlyList<int>> On) ByPlace(
        CityWork work, (SourceShapes Shapes, int Epsg) shapes, IReadOnlyList<int> areaOf, CancellationToken cancel = default)
    {
        var (city, lots) = (work.City, work.Facts(cancel: cancel).Lots);
        int[] rows = [.. Enumerable.Range(0, shapes.Shapes.Count)];
        var run = new OverlayRun(city.Plane, work.Threads, cancel);
        var old = OutlineColumns.Of(shapes.Shapes, rows, PlaneTransform.Between(shapes.Epsg, city.Plane));
        var measured = MeasuredFeatures.Of(old, run);
        var grid = AreaGrid.OfZones(old, rows, new OverlayOptions().CellSize * city.Plane.UnitsPerMetre);
        var shares = ZoneShares.Of(city.Parcels.Shapes, lots, grid, rows, run);
        List<LandShare>[] land = [.. Enumerable.Range(0, areaOf.DefaultIfEmpty(-1).Max() + 1).Select(_ => new List<LandShare>())];
        List<int>[] on = [.. rows.Select(_ => new List<int>())];
        for (var parcel = 0; parcel < city.Parcels.Count; parcel++)
        {
            if (shares.Main[parcel] < 0 || city.Parcels.Position[parcel] != RightsPosition.Surface)
            {
                continue;
            }

            var parts = shares.PartsOf(parcel).ToArray();
            foreach (var (row, area) in parts.Where(part => part.Area > LeastDescent * Math.Min(lots.Areas[parcel], measured.Areas[part.Zone])))
            {
                on[row].Add(parcel);
            }

            foreach (var own in parts.GroupBy(part => areaOf[part.Zone], part => part.Area))
            {
                if (Settled(own.Sum(), lots.Areas[parcel]) is > 0 and var share)
                {
                    land[own.Key].Add(new LandShare(parcel, share));
                }
            }
        }

        return (land, on);
    }

    /// <summary>Outlines put on the city's grid.</summary>
    public static PolygonColumns OutlinesOf(City city, SourceShapes shapes, int epsg) =>
        OutlineColumns.Of(shapes, [.. Enumerable.Range(0, shapes.Count)], PlaneTransform.Between(epsg, city.Plane));

    private static double Settled(double share, double whole) =>
        share <= Negligible * whole ? 0 : share >= (1 - Negligible) * whole ? whole : share;
}
