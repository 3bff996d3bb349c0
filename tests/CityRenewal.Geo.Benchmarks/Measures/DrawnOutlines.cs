using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Measures;

/// <summary>Outlines for timing: star-shaped around their middle with the wiggle of real boundaries, the same for the same seed.</summary>
internal static class DrawnOutlines
{
    public static readonly WorkingPlane Plane = new(106.55, 29.56, 29.3, 29.8);

    public static PolygonColumns Of(int count, int fewestVertices, int mostVertices, double radius, int seed)
    {
        var random = new Random(seed);
        var builder = new PolygonColumnsBuilder();
        for (var i = 0; i < count; i++)
        {
            var vertices = random.Next(fewestVertices, mostVertices + 1);
            int[] x = new int[vertices], y = new int[vertices];
            double phase = random.NextDouble() * 6, stretch = 0.4 + (random.NextDouble() * 0.6), wave = random.NextDouble() * 0.3;
            for (var v = 0; v < vertices; v++)
            {
                var angle = 2 * Math.PI * v / vertices;
                var reach = radius * (1 + (wave * Math.Sin((3 * angle) + phase)) + (0.02 * random.NextDouble()));
                x[v] = (int)((i % 300 * 4 * radius) + (reach * Math.Cos(angle)));
                y[v] = (int)((i / 300 * 4 * radius) + (stretch * reach * Math.Sin(angle)));
            }

            builder.Ring(x, y, isHole: false).EndFeature();
        }

        return builder.ToColumns();
    }
}
