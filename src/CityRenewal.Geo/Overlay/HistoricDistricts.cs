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
    private readonly int[][] _parcels;

    private HistoricDistricts(string[] names, int[] districts)
    {
        Names = names;
        _districts = districts;
        _parcels = [.. names.Select((_, district) => Enumerable.Range(0, districts.Length).Where(parcel => districts[parcel] == district).ToArray())];
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
        var rows = Enumerable.Range(0, zones.Count).Where(row => Kinds.Contains(zones.Kinds[row])).ToArray();
        string[] names = [.. rows.Select(row => NameOf(zones, row)).Distinct().Order(StringComparer.Ordinal)];
        var run = new OverlayRun(city.Plane, threads, CancellationToken.None);
        var best = new double[districts.Length];
        for (var district = 0; district < names.Length; district++)
        {
            int[] own = [.. rows.Where(row => NameOf(zones, row) == names[district])];
            foreach (var (parcel, share) in SharesIn(city, facts, zones, own, run))
            {
                if (share >= LeastShare && share > best[parcel])
                {
                    (districts[parcel], best[parcel]) = (district, share);
                }
            }
        }

        return new HistoricDistricts(names, districts);
    }

    private static string NameOf(Zones zones, int row) => zones.Parents[row].Length > 0 ? zones.Parents[row] : zones.Ids[row];

    private static IEnumerable<(int Parcel, double Share)> SharesIn(City city, ParcelFacts facts, Zones zones, int[] own, OverlayRun run)
    {
        var stacks = ZoneStacks.Of(zones.Shapes, run);
        var grid = AreaGrid.OfUnion(zones.Shapes, own, stacks, new OverlayOptions().CellSize * city.Plane.UnitsPerMetre);
        var column = LayerColumn.Of(LayerNames.HistoricZones, city.Parcels.Shapes, facts.Lots, grid, run);
        for (var parcel = 0; parcel < column.Count; parcel++)
        {
            if (column.Coverages[parcel] != Coverage.None)
            {
                yield return (parcel, column.ShareOf(parcel));
            }
        }
    }
}
