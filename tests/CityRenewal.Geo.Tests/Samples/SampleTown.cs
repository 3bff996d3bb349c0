using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Tests.Samples;

/// <summary>The 1,000-parcel city of seed 7, and ways to look at a sample city.</summary>
internal sealed class SampleTown(IReadOnlyList<SourceLayer> layers)
{
    private static readonly Lazy<SampleTown> OfThousand = new(() => Of(new SampleOptions(1_000)));

    public static SampleTown Thousand => OfThousand.Value;

    public IReadOnlyList<SourceLayer> Layers => layers;

    public static SampleTown Of(SampleOptions options) => new(SampleCity.Of(options));

    public SourceLayer Layer(string name) => layers.Single(layer => layer.Name == name);

    public string[] Texts(string layer, string column)
    {
        var values = ((TextSource)Layer(layer).Column(column)!).Values;
        return [.. Enumerable.Range(0, values.Count).Select(i => values[i])];
    }

    public double[] Reals(string layer, string column) => ((RealSource)Layer(layer).Column(column)!).Values;

    public int[] Integers(string layer, string column) => ((IntegerSource)Layer(layer).Column(column)!).Values;

    /// <summary>The features of a polygon layer, with their holes.</summary>
    public Geometry[] Polygons(string name)
    {
        var shapes = Layer(name).Shapes;
        return [.. Enumerable.Range(0, shapes.Count).Select(f => Polygon(shapes, f))];
    }

    private static Geometry Polygon(SourceShapes shapes, int feature)
    {
        var parts = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        for (var r = shapes.FeatureStart[feature]; r < shapes.FeatureStart[feature + 1]; r++)
        {
            var (from, to) = (shapes.RingStart[r], shapes.RingStart[r + 1]);
            var ring = new LinearRing([.. Enumerable.Range(from, to - from).Select(v => new Coordinate(shapes.X[v], shapes.Y[v]))]);
            if (shapes.IsHole.Length > 0 && shapes.IsHole[r])
            {
                parts[^1].Holes.Add(ring);
            }
            else
            {
                parts.Add((ring, []));
            }
        }

        var polygons = parts.Select(part => new Polygon(part.Shell, [.. part.Holes])).ToArray();
        return polygons.Length == 1 ? polygons[0] : new MultiPolygon(polygons);
    }
}
