using CityRenewal.Geo.Service.Rpc;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Outlines as they come over the wire, read straight or by a reader of geometries.</summary>
public class WkbShapesTests
{
    private static readonly Gen<Coordinate[]> Rings =
        from points in Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6], (x, y) => new Coordinate(x, y)).Array[3, 12]
        select (Coordinate[])[.. points, points[0].Copy()];

    [Fact]
    public void An_outline_read_straight_is_what_a_reader_of_geometries_makes_of_it() =>
        Gen.Select(Rings.Array[1, 4].Array[1, 3], Gen.Int[0, 1]).Sample(
            (polygons, order) =>
            {
                var shapes = new WkbShapes();
                var writer = new WKBWriter((ByteOrder)order);
                foreach (var rings in polygons)
                {
                    var polygon = new Polygon(new LinearRing(rings[0]), [.. rings[1..].Select(ring => new LinearRing(ring))]);
                    Assert.Null(shapes.TryAdd(writer.Write(polygon)));
                }

                var read = shapes.ToShapes();
                var all = polygons.SelectMany(rings => rings).ToList();
                Assert.Equal(all.SelectMany(ring => ring).Select(point => (point.X, point.Y)), read.X.Zip(read.Y));
                Assert.Equal(all.Select(ring => ring.Length), read.RingStart.Zip(read.RingStart[1..], (from, to) => to - from));
                Assert.Equal(polygons.Select(rings => rings.Length), read.FeatureStart.Zip(read.FeatureStart[1..], (from, to) => to - from));
                Assert.Equal(polygons.SelectMany(rings => rings.Select((_, ring) => ring > 0)), read.IsHole);
            },
            iter: 2_000,
            threads: 1);

    [Theory]
    [InlineData(8)]
    [InlineData(40)]
    public void An_outline_that_is_cut_off_leaves_nothing_behind(int missing)
    {
        var whole = new WKBWriter().Write(new Polygon(
            new LinearRing([new(0, 0), new(9, 0), new(9, 9), new(0, 0)]), [new LinearRing([new(5, 2), new(6, 2), new(6, 3), new(5, 2)])]));
        var shapes = new WkbShapes();
        Assert.StartsWith("is no well-known binary", shapes.TryAdd(whole.AsSpan(0, whole.Length - missing)), StringComparison.Ordinal);
        Assert.Empty(shapes.ToShapes().X);
        Assert.Equal([0, 0], shapes.ToShapes().FeatureStart);
    }
}
