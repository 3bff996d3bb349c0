using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which parcels belong to which historic district (历史文化街区, 传统风貌区): those with at least half of their land in its
/// core, control or traditional-style zones. Zones of one parent are one district; a zone without parent is its own.
/// </summary>
public sealed class HistoricDistricts
{
    private readonly DistrictMeter? _meter;
    private readonly int[] _districts;
    private readonly List<int>[] _parcels;

    private HistoricDistricts(DistrictMeter? meter, int[] districts)
    {
        (_meter, _districts) = (meter, districts);
        _parcels = [.. Names.Select(_ => new List<int>())];
        for (var parcel = 0; parcel < districts.Length; parcel++)
        {
            if (districts[parcel] >= 0)
            {
                _parcels[districts[parcel]].Add(parcel);
            }
        }
    }

    /// <summary>The districts by name, in ordinal order.</summary>
    public IReadOnlyList<string> Names => _meter?.Names ?? [];

    /// <summary>The district that a parcel belongs to; -1 where it belongs to none.</summary>
    public int DistrictOf(int parcel) => _districts[parcel];

    /// <summary>The parcels of a district, ascending.</summary>
    public IReadOnlyList<int> ParcelsOf(int district) => _parcels[district];

    /// <summary>Reads the districts of a city; none where it has no historic zones.</summary>
    public static HistoricDistricts Of(City city, ParcelFacts facts, int threads = 0)
    {
        if (DistrictMeter.Of(city, threads) is not { } meter)
        {
            return new HistoricDistricts(null, [.. Enumerable.Repeat(-1, city.Parcels.Count)]);
        }

        return new HistoricDistricts(meter, meter.Of(city.Parcels.Shapes, facts.Lots, new OverlayRun(city.Plane, threads, CancellationToken.None)));
    }

    /// <summary>The districts after a parcel was split; the same as reading them anew.</summary>
    /// <param name="city">The city after.</param>
    /// <param name="parts">Rows of the parts: the parcel's own, and the last ones.</param>
    internal HistoricDistricts After(City city, IReadOnlyList<int> parts)
    {
        var districts = new int[city.Parcels.Count];
        _districts.CopyTo(districts, 0);
        var run = new OverlayRun(city.Plane, Threads: 1);
        var few = city.Parcels.Shapes.Only(parts);
        var found = _meter?.Of(few, MeasuredFeatures.Of(few, run), run);
        for (var part = 0; part < parts.Count; part++)
        {
            districts[parts[part]] = found?[part] ?? -1;
        }

        return new HistoricDistricts(_meter, districts);
    }
}
