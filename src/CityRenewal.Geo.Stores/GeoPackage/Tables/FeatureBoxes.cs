using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>The boxes of a layer's features, found once for the order of its rows, their geometries and their index.</summary>
internal static class FeatureBoxes
{
    private const int Chunk = 8192;

    internal static Envelope[] Of(SourceShapes shapes)
    {
        var boxes = new Envelope[shapes.Count];
        Parallel.For(0, (boxes.Length + Chunk - 1) / Chunk, chunk =>
        {
            for (var i = chunk * Chunk; i < Math.Min(boxes.Length, (chunk + 1) * Chunk); i++)
            {
                int from = shapes.RingStart[shapes.FeatureStart[i]], to = shapes.RingStart[shapes.FeatureStart[i + 1]];
                boxes[i] = Envelope.Of(shapes.X.AsSpan(from, to - from), shapes.Y.AsSpan(from, to - from));
            }
        });
        return boxes;
    }
}
