using CityRenewal.Geo.Shapes;
using CsCheck;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Tests.Shapes;

public class RingShapeTests
{
    private static readonly Gen<int[][]> SmallRings = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12])
        .Select((x, y) => new[] { x, y }).Array[3, 9];

    [Fact]
    public void What_is_called_simple_is_valid_for_NetTopologySuite_and_what_is_valid_is_called_simple() => SmallRings.Sample(points =>
    {
        if (Enumerable.Range(0, points.Length).Any(i => points[i].SequenceEqual(points[(i + 1) % points.Length])))
        {
            return;
        }

        int[] x = [.. points.Select(p => p[0])], y = [.. points.Select(p => p[1])];
        var isValid = Polygon(x, y).IsValid;

        Assert.Equal(isValid, SimpleRing.IsSurelySimple(x, y));
    }, iter: 20_000);

    [Fact]
    public void A_mended_outline_has_the_even_odd_area() => SmallRings.Sample(points =>
    {
        // Hundredfold, so that crossings round to grid points nearby.
        int[] x = [.. points.Append(points[0]).Select(p => p[0] * 100_000)], y = [.. points.Append(points[0]).Select(p => p[1] * 100_000)];
        var (rings, _) = ShapeMending.Of([new GridRing(x, y, false)]);
        var builder = new PolygonColumnsBuilder();
        foreach (var ring in rings)
        {
            builder.Ring(ring.X, ring.Y, ring.IsHole);
        }

        var area = (double)builder.EndFeature().ToColumns().TwiceAreaOf(0) / 2;
        Assert.Equal(EvenOddArea(points) * 1e10, area, 1e8);
    }, iter: 100);

    [Fact]
    public void The_curve_visits_every_cell_once_and_each_next_to_the_last()
    {
        const int Side = 64, Cell = 4096;
        var cells = new (int X, int Y)[Side * Side];
        for (var i = 0; i < cells.Length; i++)
        {
            int x = i % Side, y = i / Side;
            // A block of 64 by 64 cells that the curve fills in one go.
            var place = HilbertCurve.PlaceOf(int.MinValue + (x * Cell), int.MinValue + (y * Cell));
            cells[place] = (x, y);
        }

        Assert.All(Enumerable.Range(1, cells.Length - 1), i =>
            Assert.Equal(1, Math.Abs(cells[i].X - cells[i - 1].X) + Math.Abs(cells[i].Y - cells[i - 1].Y)));
    }

    private static Polygon Polygon(int[] x, int[] y) => new(new LinearRing(
        [.. x.Zip(y, (px, py) => new Coordinate(px, py)), new Coordinate(x[0], y[0])]));

    /// <summary>By counting: fine horizontal lines, each the length that an odd number of crossings encloses.</summary>
    private static double EvenOddArea(int[][] points)
    {
        const int LinesPerUnit = 200;
        double area = 0;
        for (var line = 0; line < 12 * LinesPerUnit; line++)
        {
            var y = (line + 0.5) / LinesPerUnit;
            var crossings = Enumerable.Range(0, points.Length)
                .Select(i => (A: points[i], B: points[(i + 1) % points.Length]))
                .Where(edge => edge.A[1] > y != edge.B[1] > y)
                .Select(edge => edge.A[0] + ((y - edge.A[1]) * (edge.B[0] - edge.A[0]) / (double)(edge.B[1] - edge.A[1])))
                .Order().ToArray();
            for (var i = 0; i + 1 < crossings.Length; i += 2)
            {
                area += (crossings[i + 1] - crossings[i]) / LinesPerUnit;
            }
        }

        return area;
    }
}
