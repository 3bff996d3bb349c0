using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>
/// Shortage of facilities of every parcel, by the city health check (城市体检): the mean over the zones that it lies in.
/// Where zones of several kinds lie over each other, the finest kind that knows at least half of the parcel speaks for
/// it.
/// </summary>
internal static class FacilityShortages
{
    private const string Column = "facilities_shortage";
    private const double LeastKnownShare = 0.5;

    /// <summary>Tells the shortage of a parcel, in [0, 1]; NaN where no zone knows half of it.</summary>
    public static Func<int, double> In(City city, ParcelFacts facts)
    {
        var zones = city.Layer(LayerNames.HealthChecks);
        if (zones.Number(Column).IsEmpty || !facts.Divisions.TryGetValue(LayerNames.HealthChecks, out var shares))
        {
            return _ => Unknown.Real;
        }

        var (ranks, kinds) = FineToCoarse(zones, city.Plane);
        return parcel => Of(shares.PartsOf(parcel), zones.Number(Column), (ranks, kinds), facts.AreaM2[parcel]);
    }

    private static double Of(
        ReadOnlySpan<ZoneArea> parts, ReadOnlySpan<double> given, (int[] Ranks, int Count) kinds, double area)
    {
        for (var kind = 0; kind < kinds.Count; kind++)
        {
            double sum = 0, known = 0;
            foreach (var part in parts)
            {
                if (kinds.Ranks[part.Zone] == kind && given[part.Zone] is >= 0 and <= 1)
                {
                    sum += part.Area * given[part.Zone];
                    known += part.Area;
                }
            }

            if (known > 0 && known >= LeastKnownShare * area)
            {
                return sum / known;
            }
        }

        return Unknown.Real;
    }

    /// <summary>Per zone the rank of its kind, the kind of the smallest zones first, ties by word.</summary>
    private static (int[] Ranks, int Count) FineToCoarse(Zones zones, WorkingPlane plane)
    {
        double AreaOf(int zone) => plane.SquareMetresOfTwice(Int128.Abs(zones.Shapes.TwiceAreaOf(zone)));
        var kinds = Enumerable.Range(0, zones.Count)
            .GroupBy(zone => zones.Kinds[zone])
            .OrderBy(kind => kind.Average(AreaOf))
            .ThenBy(kind => kind.Key, StringComparer.Ordinal)
            .ToList();
        var ranks = new int[zones.Count];
        for (var rank = 0; rank < kinds.Count; rank++)
        {
            foreach (var zone in kinds[rank])
            {
                ranks[zone] = rank;
            }
        }

        return (ranks, kinds.Count);
    }
}
