using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The land of every zone of the city health check (城市体检): the net area of the parcels in it, by the share of each
/// that lies in it. Streets are nobody's problem here, so that an area that takes in all parcels of a zone has all of it.
/// </summary>
public sealed class HealthCheckLand
{
    // Layers differ by some metres: a strip along the community next door answers nothing of it.
    private const double LeastShareOfSmaller = 0.05;
    private static readonly char[] Separators = [';', '；'];

    private readonly Zones _zones;
    private readonly ZoneShares? _shares;
    private readonly ParcelFacts _facts;
    private readonly double[] _netAreas;
    private readonly double[] _lands;

    private HealthCheckLand(City city, ParcelFacts facts, double[] netAreas)
    {
        _zones = city.Layer(LayerNames.HealthChecks);
        _shares = facts.Divisions.GetValueOrDefault(LayerNames.HealthChecks);
        _facts = facts;
        _netAreas = netAreas;
        _lands = LandsOf(Enumerable.Range(0, facts.Count));
    }

    /// <summary>Whether the city has a health check at all; without one nothing is known of problems.</summary>
    public bool IsKnown => _shares is not null;

    /// <summary>Measures the land of all zones.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="netAreas">Net area of every parcel of the city, m².</param>
    public static HealthCheckLand Of(City city, ParcelFacts facts, ReadOnlySpan<double> netAreas) =>
        new(city, facts, netAreas.ToArray());

    /// <summary>
    /// The problems that an area answers, the largest share of a zone first, then by zone id, then as the zone lists them. Zones
    /// that it only touches (by less than 5 % of the smaller of the two) are left out.
    /// </summary>
    /// <param name="parcels">The parcels of the area, ascending.</param>
    public IReadOnlyList<AnsweredProblem> AnsweredBy(IReadOnlyList<int> parcels)
    {
        var inside = LandsOf(parcels);
        var net = parcels.Sum(parcel => _netAreas[parcel]);
        return
        [
            .. Enumerable.Range(0, _zones.Count)
                .Where(zone => inside[zone] > 0 && inside[zone] >= LeastShareOfSmaller * Math.Min(net, _lands[zone]))
                .OrderByDescending(zone => inside[zone] / _lands[zone])
                .ThenBy(zone => _zones.Ids[zone], StringComparer.Ordinal)
                .SelectMany(zone => ProblemsOf(zone).Select(problem => new AnsweredProblem(
                    problem, _zones.Ids[zone], _zones.Names[zone], _zones.Kinds[zone], inside[zone] / _lands[zone], inside[zone]))),
        ];
    }

    private IEnumerable<string> ProblemsOf(int zone) => _zones.Text("problems")[zone]
        .Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Distinct(StringComparer.Ordinal);

    private double[] LandsOf(IEnumerable<int> parcels)
    {
        var lands = new double[_zones.Count];
        if (_shares is not { } shares)
        {
            return lands;
        }

        foreach (var parcel in parcels.Where(parcel => _facts.AreaM2[parcel] > 0))
        {
            foreach (var part in shares.PartsOf(parcel))
            {
                lands[part.Zone] += _netAreas[parcel] * part.Area / _facts.AreaM2[parcel];
            }
        }

        return lands;
    }
}
