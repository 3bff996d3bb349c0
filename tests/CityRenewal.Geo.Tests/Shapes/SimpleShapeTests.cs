using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Tests.Shapes;

/// <summary>What is proven to be a valid outline is one, and what a city is made of is proven.</summary>
public class SimpleShapeTests
{
    private readonly SimpleShape _simple = new();

    [Fact]
    public void Holes_islands_in_holes_and_parts_apart_are_proven() => Assert.True(IsSurelyValid(
        (Square(0, 0, 100), false), (Square(10, 10, 30), true), (Square(60, 60, 30), true), (Square(15, 15, 10), false), (Square(200, 0, 9), false)));

    [Fact]
    public void A_ring_of_many_vertices_is_proven()
    {
        var wavy = Enumerable.Range(0, 5000).Select(i => Math.Tau * i / 5000).Select(angle => (
            (int)(1e8 * (2 + Math.Sin(40 * angle)) * Math.Cos(angle)), (int)(1e8 * (2 + Math.Sin(40 * angle)) * Math.Sin(angle)))).ToArray();

        Assert.True(IsSurelyValid((wavy, false)));
        (wavy[700], wavy[2900]) = (wavy[2900], wavy[700]);
        Assert.False(IsSurelyValid((wavy, false)));
    }

    [Fact]
    public void Misplaced_rings_are_not_proven()
    {
        Assert.False(IsSurelyValid((Square(0, 0, 100), false), (Square(200, 0, 30), true)));
        Assert.False(IsSurelyValid((Square(0, 0, 100), false), (Square(10, 10, 50), true), (Square(20, 20, 5), true)));
        Assert.False(IsSurelyValid((Square(0, 0, 100), false), (Square(10, 10, 50), false)));
        Assert.False(IsSurelyValid((Square(0, 0, 100), false), (Square(100, 0, 50), false)));
        Assert.False(IsSurelyValid((Square(0, 0, 100), false), (Square(0, 10, 50), true)));
    }

    [Fact]
    public void Nothing_is_proven_that_NTS_finds_invalid()
    {
        var proven = 0;
        var ring = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 12], Gen.Bool).Select(
            (x, y, width, height, isHole) => (Rectangle(x, y, 1 + width, 1 + height), isHole));
        var triangle = Gen.Select(Gen.Int[0, 20].Array[6], Gen.Bool).Select(
            (c, isHole) => (new[] { (c[0], c[1]), (c[2], c[3]), (c[4], c[5]) }, isHole));
        Gen.OneOf(ring, ring, triangle).Array[1, 5].Sample(
            rings =>
            {
                rings[0].Item2 = false;
                var isProven = IsSurelyValid(rings);
                Interlocked.Add(ref proven, isProven && rings.Length > 1 ? 1 : 0);
                return !isProven || OracleOf(rings).IsValid;
            },
            iter: 20_000, threads: 1);
        Assert.InRange(proven, 100, int.MaxValue);
    }

    [Fact]
    public void A_ring_of_one_place_is_not_proven() =>
        Assert.False(IsSurelyValid(([.. Square(0, 0, 9)], false), ([(20, 8), (20, 8), (20, 8)], false)));

    private static (int X, int Y)[] Square(int x, int y, int side) => Rectangle(x, y, side, side);

    private static (int X, int Y)[] Rectangle(int x, int y, int width, int height) =>
        [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];

    private bool IsSurelyValid(params ((int X, int Y)[] Ring, bool IsHole)[] rings)
    {
        (int X, int Y)[] closed = [.. rings.SelectMany(ring => ring.Ring.Append(ring.Ring[0]))];
        int[] start = [0, .. rings.Select((_, i) => rings[..(i + 1)].Sum(ring => ring.Ring.Length + 1))];
        return _simple.IsSurelyValid(
            Array.ConvertAll(closed, point => point.X), Array.ConvertAll(closed, point => point.Y), start, Array.ConvertAll(rings, ring => ring.IsHole));
    }

    private static MultiPolygon OracleOf(((int X, int Y)[] Ring, bool IsHole)[] rings)
    {
        var factory = new GeometryFactory();
        var parts = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        foreach (var (ring, isHole) in rings)
        {
            var line = factory.CreateLinearRing([.. ring.Append(ring[0]).Select(point => new Coordinate(point.X, point.Y))]);
            if (isHole)
            {
                parts[^1].Holes.Add(line);
            }
            else
            {
                parts.Add((line, []));
            }
        }

        return factory.CreateMultiPolygon([.. parts.Select(part => factory.CreatePolygon(part.Shell, [.. part.Holes]))]);
    }
}
