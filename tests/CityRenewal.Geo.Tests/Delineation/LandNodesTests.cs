using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

public class LandNodesTests
{
    private static readonly Gen<string[]> SmallLand =
        from width in Gen.Int[1, 6]
        from height in Gen.Int[1, 5]
        from rows in Gen.Int[0, 7].Select(sign => "ABCDEF. "[sign]).Array[width].Array[height]
        select rows.Select(row => new string(row)).Prepend(new string('A', width)).ToArray();

    [Fact]
    public void A_street_between_two_parcels_is_a_node_and_links_them()
    {
        var nodes = new LatticeLand("A.B").Nodes();
        var land = Whole(nodes);

        Assert.Equal(3, nodes.Count);
        Assert.True(nodes.IsStreet(2));
        Assert.Equal([new Link(1, 0, 0, Joins: true, IsBarred: false)], land.LinksOf(0).ToArray());
    }

    [Fact]
    public void A_street_of_two_units_belongs_to_neither() =>
        Assert.Equal(2, new LatticeLand("A.B").Nodes(units: [0, 1]).Count);

    [Fact]
    public void A_street_with_a_barrier_in_it_is_never_a_member() =>
        Assert.Equal(2, new LatticeLand("A.B").Nodes(barriers: [(1, 0)]).Count);

    [Fact]
    public void Parcels_with_a_barrier_between_are_barred() =>
        Assert.Equal(
            [new Link(1, 8 * 200_000, 8 * 200_000, Joins: false, IsBarred: true)],
            Whole(new LatticeLand("AB").Nodes(barriers: [(0, 1)])).LinksOf(0).ToArray());

    [Fact]
    public void Parcels_that_share_a_building_are_one_node()
    {
        var nodes = new LatticeLand("ABC").Nodes(groups: [0, 0, 2]);

        Assert.Equal(2, nodes.Count);
        Assert.Equal(6 * 8 * 200_000, nodes.Perimeter[0]);
    }

    [Fact]
    public void A_crossing_knows_all_its_corners_and_the_corners_know_it()
    {
        var nodes = new LatticeLand("A.B", "...", "C.D").Nodes();
        var crossing = Enumerable.Range(0, nodes.Count).Single(node =>
            nodes.IsStreet(node) && nodes.Neighbours[nodes.Start[node]..nodes.Start[node + 1]].Count(other => other < 4) == 4);

        Assert.All(Enumerable.Range(0, 4), parcel =>
            Assert.Contains(crossing, nodes.Neighbours[nodes.Start[parcel]..nodes.Start[parcel + 1]]));
    }

    [Fact]
    public void Borders_are_the_same_from_both_sides_and_never_exceed_the_perimeter() =>
        SmallLand.Sample(
            rows =>
            {
                var nodes = new LatticeLand(rows).Nodes();
                for (var node = 0; node < nodes.Count; node++)
                {
                    long sum = 0;
                    for (var entry = nodes.Start[node]; entry < nodes.Start[node + 1]; entry++)
                    {
                        var other = nodes.Neighbours[entry];
                        var back = Array.BinarySearch(nodes.Neighbours, nodes.Start[other], nodes.Start[other + 1] - nodes.Start[other], node);
                        Assert.True(back >= 0);
                        Assert.Equal(nodes.Borders[entry], nodes.Borders[back]);
                        sum += nodes.Borders[entry];
                    }

                    Assert.InRange(sum, 0, nodes.Perimeter[node]);
                }
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void The_sums_of_a_piece_are_those_of_its_outline() =>
        Gen.Select(SmallLand, Gen.Int[0, 63]).Sample(
            (rows, chosen) =>
            {
                var drawn = new LatticeLand(rows);
                var nodes = drawn.Nodes();
                var pieces = new UnitPieces(Whole(nodes));
                var piece = pieces.Begin();
                for (var node = 0; node < pieces.Land.ParcelCount; node++)
                {
                    if ((chosen >> node & 1) == 1)
                    {
                        pieces.Add(node, piece);
                    }
                }

                var faces = pieces.NodesOf(piece)
                    .SelectMany(node => FacesOf(drawn, nodes, node)).ToArray();
                var outline = Geo.Fabric.Outlines.Of(drawn.Fabric, [faces]);
                Assert.Equal(Perimeter(outline) * LandNodes.UnitsPerGridUnit, pieces.Sums(piece).Outline, 1e-6);
            },
            iter: 500,
            threads: 1);

    [Fact]
    public void Taking_a_node_out_undoes_putting_it_in() =>
        SmallLand.Sample(
            rows =>
            {
                var pieces = new UnitPieces(Whole(new LatticeLand(rows).Nodes()));
                var piece = pieces.Begin();
                var sums = new List<PieceSums>();
                for (var node = 0; node < pieces.Land.ParcelCount; node++)
                {
                    sums.Add(pieces.Sums(piece));
                    pieces.Add(node, piece);
                }

                for (var node = pieces.Land.ParcelCount - 1; node >= 0; node--)
                {
                    pieces.Remove(node);
                    Assert.Equal(sums[node], pieces.Sums(piece));
                }
            },
            iter: 300,
            threads: 1);

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        var rows = Enumerable.Range(0, 130).Select(y => string.Concat(Enumerable.Range(0, 130).Select(x => (x + y) % 7 == 0 ? '.' : (char)('A' + ((x / 5) + (y / 5)) % 20)))).ToArray();
        LandNodes one = new LatticeLand(rows).Nodes(threads: 1), four = new LatticeLand(rows).Nodes(threads: 4);

        Assert.Equal(one.Neighbours, four.Neighbours);
        Assert.Equal(one.Borders, four.Borders);
        Assert.Equal(one.Perimeter, four.Perimeter);
    }

    internal static UnitLand Whole(LandNodes nodes, long[]? benefits = null) =>
        new(nodes, benefits ?? new long[nodes.Count], new SearchLimits(1, 0, long.MaxValue, 7), 0);

    private static IEnumerable<int> FacesOf(LatticeLand drawn, LandNodes nodes, int node) => nodes.IsStreet(node)
        ? [nodes.StreetFace[node]]
        : Enumerable.Range(0, drawn.Fabric.FaceCount).Where(face => drawn.Fabric.FaceParcel[face] == nodes.Parcels[nodes.ParcelStart[node]]);

    private static double Perimeter(PolygonColumns outline)
    {
        double length = 0;
        for (var ring = 0; ring < outline.RingStart.Length - 1; ring++)
        {
            for (var i = outline.RingStart[ring]; i < outline.RingStart[ring + 1] - 1; i++)
            {
                length += Math.Sqrt(Math.Pow(outline.X[i + 1] - (double)outline.X[i], 2) + Math.Pow(outline.Y[i + 1] - (double)outline.Y[i], 2));
            }
        }

        return length;
    }
}
