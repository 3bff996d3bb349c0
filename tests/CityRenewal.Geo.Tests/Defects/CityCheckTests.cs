using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using static CityRenewal.Geo.Tests.Defects.Delivered;

namespace CityRenewal.Geo.Tests.Defects;

/// <summary>A block of nine parcels in which one is moved, drawn too small, or drawn too large.</summary>
public class CityCheckTests
{
    private const double East = 500_000, North = 3_200_000, Side = 30;

    [Fact]
    public void A_sound_block_has_nothing_to_tell_of_neighbours() => Assert.Empty(Told(Block()));

    [Fact]
    public void A_parcel_moved_by_millimetres_is_named_and_its_neighbours_are_not() =>
        Assert.Equal(["P4 offset_mm"], Told(Block(With(4, ring => Moved(ring, 0.012, 0.005)))));

    [Fact]
    public void A_parcel_drawn_too_small_has_gaps_and_its_neighbours_have_none() =>
        Assert.Equal(["P4 gap"], Told(Block(With(4, ring => Scaled(ring, 0.97)))).Distinct());

    [Fact]
    public void A_parcel_drawn_too_large_overlaps_and_its_neighbours_are_overlapped() =>
        Assert.Equal(["P4 overlap"], Told(Block(With(4, ring => Scaled(ring, 1.04)))));

    [Fact]
    public void A_vertex_on_a_straight_border_is_named_where_only_one_side_has_it() =>
        Assert.Equal(["P4 unnoded_vertex"], Told(Block(With(4, ring => [.. ring[..2], (ring[0] + ring[2]) / 2, ring[1], .. ring[2..]]))));

    [Fact]
    public void A_courtyard_is_no_gap() => Assert.Empty(Told(Block(with: null, without: 4)));

    [Fact]
    public void Moving_the_whole_block_or_turning_its_order_around_changes_no_finding()
    {
        var rings = Block(With(4, ring => Scaled(ring, 1.04)));
        var ids = Ids();
        var moved = rings.Select(ring => Moved(ring, 1_234, -567)).ToArray();

        var told = Told(rings, ids);

        Assert.Equal(told, Told(moved, ids));
        Assert.Equal(told, Told([.. rings.Reverse()], [.. ids.Reverse()]));
    }

    private static string[] Ids() => [.. Enumerable.Range(0, 9).Select(i => $"P{i}")];

    private static (int Index, Func<double[], double[]> Change) With(int index, Func<double[], double[]> change) => (index, change);

    private static double[][] Block((int Index, Func<double[], double[]> Change)? with = null, int without = -1)
    {
        var rings = Enumerable.Range(0, 9).Select(i => Square(East + (i % 3 * Side), North + (i / 3 * Side), Side)).ToArray();
        if (with is { } change)
        {
            rings[change.Index] = change.Change(rings[change.Index]);
        }

        return [.. rings.Where((_, i) => i != without)];
    }

    private static double[] Moved(double[] ring, double east, double north) => [.. ring.Select((value, i) => value + (i % 2 == 0 ? east : north))];

    private static double[] Scaled(double[] ring, double factor)
    {
        double x = ring[0] + (Side / 2), y = ring[1] + (Side / 2);
        return [.. ring.Select((value, i) => i % 2 == 0 ? x + ((value - x) * factor) : y + ((value - y) * factor))];
    }

    private static IReadOnlyList<string> Told(double[][] rings) => Told(rings, Ids());

    private static IReadOnlyList<string> Told(double[][] rings, string[] ids)
    {
        var layer = Polygons(
            LayerNames.Parcels, [.. rings.Select(ring => new[] { ring })], new TextSource("parcel_id", TextColumn.From(ids.Take(rings.Length))));
        var assembled = CityAssembly.From([layer], new AssemblyOptions());
        var report = CityCheck.Of(new CityWork(assembled.City), [layer], assembled.Defects);
        return [.. report.Defects.Where(defect => defect.Fid >= 0).Select(defect => $"{defect.Id} {defect.Code}").Order(StringComparer.Ordinal)];
    }
}
