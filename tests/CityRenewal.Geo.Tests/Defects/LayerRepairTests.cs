using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CsCheck;
using static CityRenewal.Geo.Tests.Defects.Delivered;

namespace CityRenewal.Geo.Tests.Defects;

public class LayerRepairTests
{
    private static readonly HashSet<string> All = [.. Repair.Kinds];

    public static TheoryData<string, double[]> Rings => new()
    {
        { "unclosed_ring", [0, 0, 10, 0, 10, 10, 0, 10] },
        { "self_intersection", [0, 0, 10, 10, 10, 0, 0, 10, 0, 0] },
        { "repeated_vertex", [0, 0, 10, 0, 10, 0, 10, 10, 0, 10, 0, 0] },
        { "spike", [0, 0, 10, 0, 13, 0, 10, 0, 10, 10, 0, 10, 0, 0] },
        { "ring_orientation", [0, 0, 0, 10, 10, 10, 10, 0, 0, 0] },
    };

    [Theory]
    [MemberData(nameof(Rings))]
    public void A_repaired_ring_is_sound_and_the_repair_is_listed(string code, double[] ring)
    {
        var layer = Parcels(ring, Square(100, 0, 10), Square(200, 0, 10));

        var (repaired, repairs) = LayerRepair.Of(layer, All, Check(layer));

        Assert.Contains(repairs, repair => repair.Code == code && repair.Fid == 1);
        Assert.Empty(Check(repaired).Select(defect => defect.Code));
        Assert.Equal(3, repaired.Shapes.Count);
    }

    public static TheoryData<string, double[]> Holes => new()
    {
        { "hole_outside_shell", [22, 2, 22, 4, 24, 4, 24, 2, 22, 2] },
        { "hole_equals_shell", [10, 10, 10, 0, 0, 0, 0, 10, 10, 10] },
        { "hole_crosses_shell", [5, 5, 5, 15, 7, 15, 7, 5, 5, 5] },
    };

    [Theory]
    [MemberData(nameof(Holes))]
    public void A_wrong_hole_is_read_by_the_stated_rule(string code, double[] hole)
    {
        var layer = Polygons(LayerNames.Parcels, [[Square(0, 0, 10), hole]]);

        var (repaired, repairs) = LayerRepair.Of(layer, All, Check(layer));

        Assert.Contains(repairs, repair => repair.Code == code);
        Assert.DoesNotContain(Check(repaired), defect => All.Contains(defect.Code));
    }

    [Fact]
    public void Only_the_kinds_that_were_asked_for_are_repaired()
    {
        var layer = Parcels([0, 0, 10, 0, 10, 0, 10, 10, 0, 10], Square(100, 0, 10), Square(200, 0, 10));

        var (repaired, repairs) = LayerRepair.Of(layer, new HashSet<string> { "unclosed_ring" }, Check(layer));

        Assert.Equal(["unclosed_ring"], repairs.Select(repair => repair.Code));
        Assert.Equal(["repeated_vertex"], Check(repaired).Select(defect => defect.Code));
    }

    [Fact]
    public void A_sound_layer_comes_back_as_it_is()
    {
        var layer = Parcels(Square(0, 0, 10), Square(10, 0, 10));

        Assert.Same(layer, LayerRepair.Of(layer, All, Check(layer)).Layer);
    }

    [Fact]
    public void Two_crossings_whose_areas_cancel_are_crossings_all_the_same()
    {
        // It goes around one half of a unit twice and around another backwards: the area by parity is that of the shoelace, 27.
        double[] ring = [5, 7, 4, 4, 9, 1, 12, 2, 11, 1, 2, 10, 3, 7, 1, 3, 1, 2, 9, 10, 5, 7];
        var layer = Parcels(ring, Square(100, 0, 10), Square(200, 0, 10), Square(300, 0, 10));

        var (repaired, repairs) = LayerRepair.Of(layer, All, Check(layer));

        Assert.Contains(repairs, repair => repair.Code == "self_intersection");
        Assert.Empty(Check(repaired).Where(defect => defect.Fid == 1).Select(defect => defect.Code));
    }

    public static TheoryData<double[]> CornersOfReading => new()
    {
        // The faces of the reading join in a corner of 0.43 degrees at (12, 0), where as given no two edges in a row turn back.
        { [6, 3, 1, 1, 12, 0, 1, 7, 3, 9, 7, 2, 6, 3, 8, 9, 9, 10, 0, 1, 12, 0, 6, 3] },

        // One face of the reading is a triangle of 0.3 degrees, which has no corner to lose.
        { [6, 11, 6, 3, 4, 8, 6, 8, 10, 1, 1, 9, 8, 8, 4, 12, 1, 2, 4, 10, 11, 0, 1, 9, 6, 10, 6, 11] },
    };

    [Theory]
    [MemberData(nameof(CornersOfReading))]
    public void A_spike_that_the_reading_of_a_crossed_ring_leaves_is_dropped_too(double[] ring)
    {
        var layer = Parcels(ring, Square(100, 0, 10), Square(200, 0, 10), Square(300, 0, 10));

        var (repaired, repairs) = LayerRepair.Of(layer, All, Check(layer));

        Assert.Equal(2, repairs.Count(repair => repair.Code == "spike"));
        Assert.DoesNotContain(Check(repaired), defect => defect.Fid == 1 && All.Contains(defect.Code));
    }

    [Fact]
    public void Any_ring_has_none_of_the_repaired_kinds_afterwards() =>
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Array[4, 14].Sample(
            points =>
            {
                var ring = points.Append(points[0]).SelectMany(p => new double[] { p.Item1, p.Item2 }).ToArray();
                var layer = Parcels(ring, Square(100, 0, 10), Square(200, 0, 10), Square(300, 0, 10));
                var (repaired, repairs) = LayerRepair.Of(layer, All, Check(layer));
                var left = Check(repaired).Where(defect => defect.Fid == 1).Select(defect => defect.Code).ToHashSet();

                // A triangle as thin as a spike cannot lose another corner: dropping it would leave nothing.
                var isTriangle = repaired.Shapes.RingStart[repaired.Shapes.FeatureStart[1]] <= 4;
                return repairs.All(repair => repair.Fid != 1 || !left.Contains(repair.Code) || (isTriangle && repair.Code == "spike"));
            },
            iter: 2000);

    private static IReadOnlyList<Defect> Check(SourceLayer layer) => LayerChecks.Check([layer], DefectOptions.WithoutBaseline);
}
