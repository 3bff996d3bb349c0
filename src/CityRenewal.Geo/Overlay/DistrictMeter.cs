using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Measures parcels against the zones of historic districts. It hangs on no parcel, and serves whoever measures a few again.</summary>
internal sealed class DistrictMeter
{
    private const double LeastShare = 0.5;
    private static readonly string[] Kinds = ["core", "control", "traditional_style"];

    private readonly int[] _rows;
    private readonly AreaGrid _grid;
    private readonly DistrictUnions _unions;

    private DistrictMeter(Zones zones, (int[] Rows, string[] Names) taken, OverlayRun run)
    {
        (_rows, Names) = taken;
        _grid = AreaGrid.OfZones(zones.Shapes, _rows, new OverlayOptions().CellSize * run.Plane.UnitsPerMetre);
        _unions = new DistrictUnions(zones.Shapes, DistrictsOf(zones, _rows, Names), run);
    }

    /// <summary>The districts by name, in ordinal order.</summary>
    public string[] Names { get; }

    /// <summary>The meter of a city; null where it has no district.</summary>
    public static DistrictMeter? Of(City city, int threads)
    {
        var zones = city.Layer(LayerNames.HistoricZones);
        int[] rows = [.. Enumerable.Range(0, zones.Count).Where(row => Kinds.Contains(zones.Kinds[row]))];
        string[] names = [.. rows.Select(row => NameOf(zones, row)).Distinct().Order(StringComparer.Ordinal)];
        return names.Length == 0 ? null : new DistrictMeter(zones, (rows, names), new OverlayRun(city.Plane, threads, CancellationToken.None));
    }

    /// <summary>The district of each of some parcels; -1 where it belongs to none.</summary>
    public int[] Of(PolygonColumns shapes, MeasuredFeatures measured, OverlayRun run)
    {
        var districts = new int[shapes.Count];
        var shares = ZoneShares.Of(shapes, measured, _grid, _rows, run);
        FixedChunks.Run(
            districts.Length,
            run.Threads,
            () => new Dictionary<int, OverlapMeter>(),
            (meters, _, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    districts[parcel] = shares.Main[parcel] < 0 ? -1 : BestOf((shapes, measured), parcel, shares.PartsOf(parcel), meters);
                }
            });
        return districts;
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
    private int BestOf(
        (PolygonColumns Shapes, MeasuredFeatures Measured) parcels, int parcel, ReadOnlySpan<ZoneArea> parts, Dictionary<int, OverlapMeter> meters)
    {
        var (best, most) = (-1, 0.0);
        foreach (var part in parts)
        {
            var district = _unions.DistrictOf(part.Zone);
            double sum = 0;
            foreach (var (zone, area) in parts)
            {
                sum += _unions.DistrictOf(zone) == district ? area : 0;
            }

            // Where zones of a district may lie upon each other their sum is too much: the union tells.
            var whole = parcels.Measured.AreasM2[parcel];
            var share = sum < LeastShare * whole ? 0 : _unions.AreaIn(parcels, parcel, district, sum, meters) / whole;
            if (share >= LeastShare && (share > most || (share == most && district < best)))
            {
                (best, most) = (district, share);
            }
        }

        return best;
    }
}
