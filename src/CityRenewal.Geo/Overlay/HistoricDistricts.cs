using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Which parcels belong to which historic district (历史文化街区, 传统风貌区): those with at least half of their land in its
/// core, control or traditional-style zones. Zones of one parent are one district; a zone without parent is its own.
/// </summary>
public sealed class HistoricDistricts
{
    private const double LeastShare = 0.5;
    private static readonly string[] Kinds = ["core", "control", "traditional_style"];

    private readonly int[] _districts;
    private readonly List<int>[] _parcels;

    private HistoricDistricts(string[] names, int[] districts)
    {
        Names = names;
        _districts = districts;
        _parcels = [.. names.Select(_ => new List<int>())];
        for (var parcel = 0; parcel < districts.Length; parcel++)
        {
            if (districts[parcel] >= 0)
            {
                _parcels[districts[parcel]].Add(parcel);
            }
        }
    }

    /// <summary>The districts by name, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The district that a parcel belongs to; -1 where it belongs to none.</summary>
    public int DistrictOf(int parcel) => _districts[parcel];

    /// <summary>The parcels of a district, ascending.</summary>
    public IReadOnlyList<int> ParcelsOf(int district) => _parcels[district];

    /// <summary>Reads the districts of a city; none where it has no historic zones.</summary>
    public static HistoricDistricts Of(City city, ParcelFacts facts, int threads = 0)
    {
        var zones = city.Layer(LayerNames.HistoricZones);
        var districts = new int[city.Parcels.Count];
        Array.Fill(districts, -1);
        int[] rows = [.. Enumerable.Range(0, zones.Count).Where(row => Kinds.Contains(zones.Kinds[row]))];
        string[] names = [.. rows.Select(row => NameOf(zones, row)).Distinct().Order(StringComparer.Ordinal)];
        if (names.Length == 0)
        {
            return new HistoricDistricts(names, districts);
        }

        var run = new OverlayRun(city.Plane, threads, CancellationToken.None);
        var cell = new OverlayOptions().CellSize * city.Plane.UnitsPerMetre;
        var shares = ZoneShares.Of(city.Parcels.Shapes, facts.Lots, AreaGrid.OfZones(zones.Shapes, rows, cell), rows, run);
        var unions = new DistrictUnions(city, facts, rows.ToLookup(row => NameOf(zones, row)), run);
        for (var parcel = 0; parcel < districts.Length; parcel++)
        {
            if (shares.Main[parcel] >= 0 && BestOf(parcel, shares.PartsOf(parcel), zones, unions) is { } name)
            {
                districts[parcel] = Array.BinarySearch(names, name, StringComparer.Ordinal);
            }
        }

        return new HistoricDistricts(names, districts);
    }

    private static string NameOf(Zones zones, int row) => zones.Parents[row].Length > 0 ? zones.Parents[row] : zones.Ids[row];

    /// <summary>The district with the largest share of a parcel, if that is half or more; ties go to the first name.</summary>
    private static string? BestOf(int parcel, ReadOnlySpan<ZoneArea> parts, Zones zones, DistrictUnions unions)
    {
        var sums = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (zone, area) in parts)
        {
            var name = NameOf(zones, zone);
            sums[name] = sums.GetValueOrDefault(name) + area;
        }

        string? best = null;
        double most = 0;
        foreach (var (name, sum) in sums)
        {
            // Where zones of a district may lie upon each other their sum is too much: the union tells.
            var share = unions.WholeOf(parcel) is var whole && sum < LeastShare * whole ? 0 : unions.AreaIn(parcel, name, sum) / whole;
            if (share >= LeastShare && share > most)
            {
                (best, most) = (name, share);
            }
        }

        return best;
    }
}
