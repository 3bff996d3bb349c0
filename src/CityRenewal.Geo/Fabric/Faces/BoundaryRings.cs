namespace CityRenewal.Geo.Fabric;

/// <summary>The closed walks along <see cref="HalfEdges.Next"/>: outer rings of faces, with positive area, and rings around holes.</summary>
internal sealed class BoundaryRings
{
    private const int RingsPerChunk = 1 << 12;

    private BoundaryRings(int[] ringOf, int[] first)
    {
        RingOf = ringOf;
        First = first;
        TwiceArea = new long[first.Length];
        Westernmost = new int[first.Length];
    }

    /// <summary>The ring of every half-edge.</summary>
    public int[] RingOf { get; }

    /// <summary>The smallest half-edge of every ring.</summary>
    public int[] First { get; }

    /// <summary>Twice the signed area of every ring; beyond ±2^63 the last number that fits.</summary>
    public long[] TwiceArea { get; }

    /// <summary>The westernmost, then southernmost vertex of every ring.</summary>
    public int[] Westernmost { get; }

    public int Count => First.Length;

    public static BoundaryRings Of(HalfEdges half, ParallelOptions parallel)
    {
        var first = RingLeaders.Of(half.Next, static _ => true, parallel);
        var rings = new BoundaryRings(GC.AllocateUninitializedArray<int>(half.Origin.Length), first);
        Parallel.For(0, (rings.Count + RingsPerChunk - 1) / RingsPerChunk, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * RingsPerChunk, rings.Count);
            for (var ring = chunk * RingsPerChunk; ring < end; ring++)
            {
                rings.Measure(half, ring);
            }
        });
        return rings;
    }

    private void Measure(HalfEdges half, int ring)
    {
        var start = First[ring];
        int west = half.Origin[start], originX = half.X[west], originY = half.Y[west];
        Int128 sum = 0;
        long px = 0, py = 0, near = 0;
        var h = start;
        do
        {
            RingOf[h] = ring;
            h = half.Next[h];
            var vertex = half.Origin[h];
            if (half.X[vertex] < half.X[west] || (half.X[vertex] == half.X[west] && half.Y[vertex] < half.Y[west]))
            {
                west = vertex;
            }

            long x = (long)half.X[vertex] - originX, y = (long)half.Y[vertex] - originY;
            if (Orientation.AreNear(px, py) && Orientation.AreNear(x, y))
            {
                near += (px * y) - (x * py);
                if (Math.Abs(near) > 1L << 61)
                {
                    sum += near;
                    near = 0;
                }
            }
            else
            {
                sum += ((Int128)px * y) - ((Int128)x * py);
            }

            (px, py) = (x, y);
        }
        while (h != start);

        TwiceArea[ring] = (long)Int128.Clamp(sum + near, long.MinValue, long.MaxValue);
        Westernmost[ring] = west;
    }
}
