using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Brings one delivered layer to the grid, in chunks of features that any number of threads may share out.</summary>
internal static class LayerSnapping
{
    private const int Chunk = 8192;

    public static SnappedLayer Of(SourceLayer layer, PlaneTransform transform, ParallelOptions parallel)
    {
        var count = layer.Shapes.Count;
        var chunks = new SnappedChunk[(count + Chunk - 1) / Chunk];
        Parallel.For(0, chunks.Length, parallel, chunk =>
        {
            var from = chunk * Chunk;
            chunks[chunk] = new FeatureSnapping(layer, transform).Of(from, Math.Min(count, from + Chunk));
        });
        return new SnappedLayer(layer.Name, layer.Shapes.Kind, chunks, Columns(layer, parallel), Fids(layer));
    }

    private static List<SourceColumn> Columns(SourceLayer layer, ParallelOptions parallel)
    {
        var columns = layer.Columns.ToList();
        if (layer.Name == LayerNames.Parcels)
        {
            LegalMeasures.Complete(layer, columns, parallel);
        }

        return columns;
    }

    private static long[] Fids(SourceLayer layer)
    {
        var fids = new long[layer.Shapes.Count];
        for (var i = 0; i < fids.Length; i++)
        {
            fids[i] = layer.FidOf(i);
        }

        return fids;
    }
}
