using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>The parcels of submitted areas, to be placed among other plans.</summary>
public static class SubmittedParcels
{
    /// <summary>Of outlines in any reference system: a parcel belongs to an outline when most of its area lies in it.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> In(CityWork work, OutlinesUnderReview outlines, CancellationToken cancel = default)
    {
        var transform = PlaneTransform.Between(outlines.Epsg, work.City.Plane);
        return
        [
            .. Enumerable.Range(0, outlines.Shapes.Count)
                .Select(i => CityOutlines.ParcelsIn(work.City, work.Facts(cancel: cancel), OutlineColumns.Of(outlines.Shapes, [i], transform), work.Threads)),
        ];
    }

    /// <summary>Of the areas of a plan; parcels that the city does not have any more are left aside.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Of(City city, IReadOnlyList<ExistingArea> areas)
    {
        var wanted = areas.SelectMany(area => area.Parcels).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, city.Parcels.Count).Where(row => wanted.Contains(city.Parcels.Ids[row]))
            .ToDictionary(row => city.Parcels.Ids[row], StringComparer.Ordinal);
        return [.. areas.Select(area => (IReadOnlyList<int>)[.. area.Parcels.Where(rows.ContainsKey).Select(id => rows[id]).Order()])];
    }
}
