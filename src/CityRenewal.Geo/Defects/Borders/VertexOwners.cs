using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>Which vertices of a layer are corners of several of its features.</summary>
internal static class VertexOwners
{
    private const int Free = -1;
    private const int Several = -2;
    private const int Parts = 16;

    /// <summary>Per vertex whether another feature has it too. Only rows that are taken count.</summary>
    public static bool[] SharedOf(PolygonColumns shapes, Func<int, bool> takes, ParallelOptions parallel)
    {
        var isShared = new bool[shapes.X.Length];
        var rowOf = RowsOf(shapes, takes);
        var byPart = InParts(shapes, rowOf);
        Parallel.For(0, Parts, parallel, part => Mark(shapes, rowOf, byPart[part], isShared));
        return isShared;
    }

    private static int[] RowsOf(PolygonColumns shapes, Func<int, bool> takes)
    {
        var rowOf = GC.AllocateUninitializedArray<int>(shapes.X.Length);
        for (var row = 0; row < shapes.Count; row++)
        {
            rowOf.AsSpan(shapes.VertexStart(row), shapes.VertexEnd(row) - shapes.VertexStart(row)).Fill(takes(row) ? row : Free);
        }

        return rowOf;
    }

    // Each part of the hash is a table of its own, small enough to stay near the processor.
    private static int[][] InParts(PolygonColumns shapes, int[] rowOf)
    {
        var count = new int[Parts];
        for (var i = 0; i < rowOf.Length; i++)
        {
            count[PartOf(shapes.X[i], shapes.Y[i])] += rowOf[i] == Free ? 0 : 1;
        }

        var parts = Array.ConvertAll(count, size => GC.AllocateUninitializedArray<int>(size));
        Array.Clear(count);
        for (var i = 0; i < rowOf.Length; i++)
        {
            if (rowOf[i] != Free)
            {
                var part = PartOf(shapes.X[i], shapes.Y[i]);
                parts[part][count[part]++] = i;
            }
        }

        return parts;
    }

    private static int PartOf(int x, int y) => (int)(HashOf(x, y) >> 60);

    private static ulong HashOf(int x, int y)
    {
        var hash = (((ulong)(uint)x << 32) | (uint)y) * 0x9E3779B97F4A7C15UL;
        return (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
    }

    private static void Mark(PolygonColumns shapes, int[] rowOf, int[] vertices, bool[] isShared)
    {
        var mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, vertices.Length * 2)) - 1;
        var first = new int[mask + 1];
        var owner = new int[mask + 1];
        Array.Fill(owner, Free);
        foreach (var i in vertices)
        {
            var at = SlotOf(shapes, first, owner, i, mask);
            (first[at], owner[at]) = owner[at] == Free ? (i, rowOf[i]) : (first[at], owner[at] == rowOf[i] ? rowOf[i] : Several);
        }

        foreach (var i in vertices)
        {
            isShared[i] = owner[SlotOf(shapes, first, owner, i, mask)] == Several;
        }
    }

    private static int SlotOf(PolygonColumns shapes, int[] first, int[] owner, int vertex, int mask)
    {
        int x = shapes.X[vertex], y = shapes.Y[vertex], at = (int)HashOf(x, y) & mask;
        while (owner[at] != Free && (shapes.X[first[at]] != x || shapes.Y[first[at]] != y))
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
