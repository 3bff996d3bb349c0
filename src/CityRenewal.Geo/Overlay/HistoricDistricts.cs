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
        var unions = new DistrictUnions(city, facts, DistrictsOf(zones, rows, names), run);
        FixedChunks.Run(
            districts.Length,
            threads,
            () => new Dictionary<int, OverlapMeter>(),
            (meters, _, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    districts[parcel] = shares.Main[parcel] < 0 ? -1 : BestOf(parcel, shares.PartsOf(parcel), unions, meters);
                }
            });
        return new HistoricDistricts(names, districts);
    }

    // The district of each zone of the layer, by its place among the names; -1 for zones of no district.
    private static int[] DistrictsOf(Zones zones, int[] rows, string[] names)
    {
        var found = new int[zones.Count];
        Array.Fill(found, -1);
        foreach (var row in rows)
        {
            found[row] = Array.BinarySearch(names, NameOf(zones, row), StringComparer.Ordinal);
        }

        return found;
    }

    private static string NameOf(Zones zones, int row) => zones.Parents[row].Length > 0 ? zones.Parents[row] : zones.Ids[row];

    /// <summary>The district with the largest share of a parcel, if that is half or more, else -1; ties go to the first name.</summary>
    private static int BestOf(int parcel, ReadOnlySpan<ZoneArea> parts, DistrictUnions unions, Dictionary<int, OverlapMeter> meters)
    {
        var (best, most) = (-1, 0.0);
        foreach (var part in parts)
        {
            var district = unions.DistrictOf(part.Zone);
            double sum = 0;
            foreach (var (zone, area) in parts)
            {
                sum += unions.DistrictOf(zone) == district ? area : 0;
            }

            // Where zones of a district may lie upon each other their sum is too much: the union tells.
            var whole = unions.WholeOf(parcel);
            var share = sum < LeastShare * whole ? 0 : unions.AreaIn(parcel, district, sum, meters) / whole;
            if (share >= LeastShare && (share > most || (share == most && district < best)))
            {
                (best, most) = (district, share);
            }
        }

        return best;
    }
}
