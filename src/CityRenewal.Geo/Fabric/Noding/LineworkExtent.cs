using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>How far borders reach and how long their edges are on average.</summary>
/// <param name="Box">Box around all vertices.</param>
/// <param name="EdgeCount">Number of edges.</param>
/// <param name="LengthSum">Sum of the larger of width and height of every edge, grid units.</param>
internal readonly record struct LineworkExtent(GridBox Box, long EdgeCount, long LengthSum)
{
    private const long MostBlocks = 1 << 24;
    private const int BlockShift = 5;

    public static LineworkExtent Of(Linework linework, ParallelOptions parallel)
    {
        var parts = new LineworkExtent[linework.Chunks.Count];
        Parallel.For(0, parts.Length, parallel, i => parts[i] = Of(linework.Chunks[i]));
        var all = new LineworkExtent(GridBox.Empty, 0, 0);
        foreach (var part in parts)
        {
            all = new LineworkExtent(
                all.Box.With(part.Box), all.EdgeCount + part.EdgeCount, all.LengthSum + part.LengthSum);
        }

        return all.Box.IsEmpty ? new LineworkExtent(new GridBox(0, 0, 0, 0), 0, 0) : all;
    }

    /// <summary>Cells a little wider than an edge is long, at least four tolerances, and few enough blocks.</summary>
    public int CellShift(int tolerance)
    {
        var wanted = Math.Max(1.3 * LengthSum / Math.Max(1, EdgeCount), 4.0 * tolerance);
        var shift = Math.Clamp((int)Math.Round(Math.Log2(Math.Max(wanted, 1))), 6, 26);
        while (BlocksAcross(Box.MinX, Box.MaxX, shift) * BlocksAcross(Box.MinY, Box.MaxY, shift) > MostBlocks)
        {
            shift++;
        }

        return shift;
    }

    private static long BlocksAcross(int min, int max, int shift) =>
        (max >> (shift + BlockShift)) - (long)(min >> (shift + BlockShift)) + 1;

    public static LineworkExtent Of(LineworkChunk chunk)
    {
        var box = GridBox.Empty;
        long count = 0, length = 0;
        var x = chunk.Layer.Shapes.X;
        var y = chunk.Layer.Shapes.Y;
        foreach (var (_, start, end) in chunk.Rings())
        {
            box = box.With(GridBox.Of(x[start..end], y[start..end]));
            count += end - start;
            for (var i = start; i < end; i++)
            {
                length += Math.Max(Math.Abs((long)x[i + 1] - x[i]), Math.Abs((long)y[i + 1] - y[i]));
            }
        }

        return new LineworkExtent(box, count, length);
    }
}
