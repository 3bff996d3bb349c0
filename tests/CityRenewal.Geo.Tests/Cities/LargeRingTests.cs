using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Cities;

/// <summary>A boundary of a million vertices is looked at like any other, and in seconds.</summary>
public class LargeRingTests
{
    private const int Million = 1_000_000;
    private const double East = 360_000;
    private const double North = 3_270_000;

    [Fact]
    public void A_ring_of_a_million_vertices_is_taken_as_it_is()
    {
        var (city, defects) = Assemble(Wavy(Million));

        Assert.Empty(defects);
        Assert.Equal(Million + 1, city.Layer(LayerNames.Udb).Shapes.X.Length);
    }

    [Fact]
    public void A_crossing_among_very_many_vertices_is_found()
    {
        var ring = Wavy(Million / 10);
        // Two neighbours trade places.
        const int Vertex = 60_000;
        (ring[2 * Vertex], ring[(2 * Vertex) + 2]) = (ring[(2 * Vertex) + 2], ring[2 * Vertex]);
        (ring[(2 * Vertex) + 1], ring[(2 * Vertex) + 3]) = (ring[(2 * Vertex) + 3], ring[(2 * Vertex) + 1]);

        var (_, defects) = Assemble(ring);

        var defect = Assert.Single(defects);
        Assert.Equal("self_intersection", defect.Code);
        Assert.InRange(Math.Sqrt(Math.Pow(defect.X - ring[2 * Vertex], 2) + Math.Pow(defect.Y - ring[(2 * Vertex) + 1], 2)), 0, 10);
    }

    private static AssembledCity Assemble(double[] ring) =>
        CityAssembly.From([new LayerSketch(LayerNames.Udb).Feature("udb", ring).ToLayer()], new AssemblyOptions());

    /// <summary>A shore: a circle of 20 km with bays of every size.</summary>
    private static double[] Wavy(int vertices)
    {
        var ring = new double[2 * (vertices + 1)];
        for (var i = 0; i < vertices; i++)
        {
            var angle = Math.Tau * i / vertices;
            var radius = 20_000 * (1 + (0.05 * Math.Sin(37 * angle)) + (0.01 * Math.Sin(997 * angle)) + (0.00001 * Math.Sin(99_991 * angle)));
            ring[2 * i] = East + (radius * Math.Cos(angle));
            ring[(2 * i) + 1] = North + (radius * Math.Sin(angle));
        }

        (ring[^2], ring[^1]) = (ring[0], ring[1]);
        return ring;
    }
}
