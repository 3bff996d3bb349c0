using CityRenewal.Geo.Tests.Fabric;
using static CityRenewal.Geo.Tests.Fabric.FabricCity;

namespace CityRenewal.Geo.Tests.Contiguity;

public class SmallTownTests
{
    private static readonly double[][] West = Box(0, 0, 100, 100);

    [Fact]
    public void Parcels_that_share_a_side_share_its_length() =>
        Assert.Equal(["0-1 60 0"], Pairs.Lines(Pairs.Boxes(West, Box(100, 20, 200, 80))));

    [Fact]
    public void Parcels_that_meet_in_a_corner_are_not_neighbours() =>
        Assert.Empty(Pairs.Lines(Pairs.Boxes(West, Box(100, 100, 200, 200))));

    [Fact]
    public void A_border_shorter_than_the_minimum_contact_makes_no_pair()
    {
        Assert.Empty(Pairs.Lines(Pairs.Boxes(West, Box(100, 99.6, 200, 200))));
        Assert.Equal(["0-1 0.6 0"], Pairs.Lines(Pairs.Boxes(West, Box(100, 99.4, 200, 200))));
    }

    [Fact]
    public void At_a_t_junction_each_of_the_two_shares_its_part_of_the_long_side() => Assert.Equal(
        ["0-1 40 0", "0-2 60 0", "1-2 50 0"],
        Pairs.Lines(Pairs.Boxes(West, Box(100, 0, 150, 40), Box(100, 40, 150, 100))));

    [Fact]
    public void Parcels_face_each_other_across_a_street_and_not_across_a_wide_one()
    {
        Assert.Equal(["0-1 0 80"], Pairs.Lines(Pairs.Boxes(West, Box(110, 20, 200, 120))));
        Assert.Equal(["0-1 0 100"], Pairs.Lines(Pairs.Boxes(West, Box(120, 0, 200, 100))));
        Assert.Empty(Pairs.Lines(Pairs.Boxes(West, Box(130, 0, 200, 100))));
    }

    [Fact]
    public void A_long_side_faces_three_parcels_each_over_its_own_part() => Assert.Equal(
        ["0-1 0 30", "0-2 0 40", "0-3 0 25", "1-2 50 0", "2-3 50 0"],
        Pairs.Lines(Pairs.Boxes(
            West, Box(110, 0, 160, 30), Box(110, 30, 160, 70), Box(110, 70, 160, 95))));

    [Fact]
    public void A_nearer_parcel_hides_the_one_behind_it() => Assert.Equal(
        ["0-1 0 20", "0-2 0 80", "1-2 0 20"],
        Pairs.Lines(Pairs.Boxes(West, Box(104, 40, 108, 60), Box(112, 0, 200, 100))));

    [Fact]
    public void The_smaller_of_the_two_sides_counts_where_one_runs_askew()
    {
        // The east side runs at 45 degrees: seen straight from it, it is longer than what it faces.
        var graph = Pairs.Graph(Polygons(Box(0, 0, 100, 10), [[0, 15, 10, 15, 20, 25, 0, 25]]));
        var pair = Assert.Single(Pairs.Lines(graph));
        Assert.StartsWith("0-1 0 ", pair);
        Assert.InRange(graph.FacingLength[0], 10 * Metre, 20 * Metre);
    }

    [Fact]
    public void Both_sides_of_a_dead_end_face_each_other_and_its_end_faces_nobody() => Assert.Equal(
        ["0-1 40 0", "0-2 0 80", "1-2 32 0"],
        Pairs.Lines(Pairs.Boxes(Box(0, 0, 40, 90), Box(0, 90, 80, 100), Box(48, 10, 80, 90))));

    [Fact]
    public void A_river_between_keeps_the_row_and_names_the_river()
    {
        var shapes = Polygons(West, Box(110, 0, 200, 100));
        var river = Pairs.Lines(("river", [105, -50, 105, 150]));
        var graph = Pairs.Graph(shapes, river);
        Assert.Equal(["0-1 0 100 river"], Pairs.Lines(graph));
        Assert.False(graph.IsOpen(0));
        Assert.Equal(["0-1 0 100 water"], Pairs.Lines(Pairs.Graph(shapes, water: Polygons(Box(103, -50, 107, 150)))));
    }

    [Fact]
    public void A_barrier_drawn_along_a_shared_border_separates_within_the_layers_tolerance()
    {
        var shapes = Polygons(West, Box(100, 0, 200, 100));
        Assert.Equal(["0-1 100 0 railway"], Pairs.Lines(Pairs.Graph(shapes, Pairs.Lines(("railway", [99.3, -10, 100.6, 110])))));
        Assert.Equal(["0-1 100 0"], Pairs.Lines(Pairs.Graph(shapes, Pairs.Lines(("railway", [103, -10, 103, 110])))));
    }

    [Fact]
    public void A_barrier_that_runs_from_one_parcel_into_the_other_does_not_lie_between_them() => Assert.Equal(
        ["0-1 100 0"],
        Pairs.Lines(Pairs.Graph(Polygons(West, Box(100, 0, 200, 100)), Pairs.Lines(("river", [20, 50, 180, 60])))));

    [Fact]
    public void A_barrier_that_ends_before_half_of_the_border_leaves_the_pair_open()
    {
        var shapes = Polygons(West, Box(110, 0, 200, 100));
        Assert.Equal(["0-1 0 100"], Pairs.Lines(Pairs.Graph(shapes, Pairs.Lines(("arterial", [105, -50, 105, 45])))));
        Assert.Equal(["0-1 0 100 arterial"], Pairs.Lines(Pairs.Graph(shapes, Pairs.Lines(("arterial", [105, -50, 105, 55])))));
    }

    [Fact]
    public void A_barrier_of_no_known_kind_is_still_a_barrier() => Assert.Equal(
        ["0-1 0 100 unknown"],
        Pairs.Lines(Pairs.Graph(Polygons(West, Box(110, 0, 200, 100)), Pairs.Lines(("", [105, -50, 105, 150])))));

    [Fact]
    public void Neighbours_are_listed_from_both_sides_in_ascending_order()
    {
        var graph = Pairs.Boxes(Box(0, 0, 50, 50), Box(50, 0, 100, 50), Box(0, 50, 100, 100));
        Assert.Equal([0, 2, 4, 6], graph.NeighbourStart.ToArray());
        Assert.Equal([1, 2, 0, 2, 0, 1], graph.Neighbours.ToArray());
        Assert.Equal([0, 1, 0, 2, 1, 2], graph.NeighbourPairs.ToArray());
    }
}
