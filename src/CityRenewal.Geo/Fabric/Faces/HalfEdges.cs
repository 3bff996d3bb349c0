namespace CityRenewal.Geo.Fabric;

/// <summary>Living edges as half-edges in the plane: twins are neighbours (h ^ 1), every half-edge knows its successor.</summary>
internal sealed class HalfEdges
{
    private const int ItemsPerChunk = 1 << 15;

    private HalfEdges(int[] x, int[] y, int vertexCount, int edgeCount)
    {
        X = x;
        Y = y;
        VertexCount = vertexCount;
        Origin = GC.AllocateUninitializedArray<int>(2 * edgeCount);
        Next = GC.AllocateUninitializedArray<int>(2 * edgeCount);
        Land = GC.AllocateUninitializedArray<int>(2 * edgeCount);
        Frame = GC.AllocateUninitializedArray<short>(edgeCount);
    }

    public int[] X { get; }

    public int[] Y { get; }

    public int VertexCount { get; }

    public int[] Origin { get; private set; }

    /// <summary>The next half-edge around the face on the left.</summary>
    public int[] Next { get; private set; }

    /// <summary>Per half-edge the cover that ends at it on its left.</summary>
    public int[] Land { get; private set; }

    /// <summary>Per edge what changes of study area and water, see <see cref="BorderEdges.Frame"/>.</summary>
    public short[] Frame { get; }

    /// <summary>Numbers the living edges in their order and links them; <paramref name="numberOf"/> gives each old edge its new number, -1 for none.</summary>
    public static HalfEdges Of(Vertices vertices, BorderEdges edges, out int[] numberOf, ParallelOptions parallel)
    {
        numberOf = Number(edges, out var count);
        var half = new HalfEdges(vertices.X, vertices.Y, vertices.Count, count);
        half.CopyLiving(edges, numberOf, parallel);
        half.Link(parallel);
        return half;
    }

    /// <summary>What changes of study area and water from the right to the left of a half-edge.</summary>
    public (int Study, int Water) FrameOf(int h)
    {
        var (study, water) = BorderEdges.Unpack(Frame[h >> 1]);
        return (h & 1) == 0 ? (study, water) : (-study, -water);
    }

    /// <summary>Lets go of what ends at the borders, once every face knows its cover.</summary>
    public void ForgetLand() => Land = [];

    /// <summary>Hands the links over, with room for more half-edges behind them; the arrangement keeps none.</summary>
    public (int[] Origin, int[] Next) TakeLinks(int count)
    {
        int[] origin = Origin, next = Next;
        (Origin, Next) = ([], []);
        Array.Resize(ref origin, count);
        Array.Resize(ref next, count);
        return (origin, next);
    }

    private static int[] Number(BorderEdges edges, out int count)
    {
        var numbers = new int[edges.Count];
        count = 0;
        for (var edge = 0; edge < numbers.Length; edge++)
        {
            numbers[edge] = !edges.IsDead[edge] && (edges.IsLand(edge) || edges.Frame[edge] != 0) ? count++ : -1;
        }

        return numbers;
    }

    private void CopyLiving(BorderEdges edges, int[] numberOf, ParallelOptions parallel) =>
        ForChunks(numberOf.Length, parallel, (first, end) =>
        {
            for (var edge = first; edge < end; edge++)
            {
                var number = numberOf[edge];
                if (number >= 0)
                {
                    Origin[2 * number] = edges.From[edge];
                    Origin[(2 * number) + 1] = edges.To[edge];
                    Land[2 * number] = edges.Land[2 * edge];
                    Land[(2 * number) + 1] = edges.Land[(2 * edge) + 1];
                    Frame[number] = edges.Frame[edge];
                }
            }
        });

    private void Link(ParallelOptions parallel)
    {
        var start = new int[VertexCount + 1];
        var origin = Origin;
        ForChunks(origin.Length, parallel, (first, end) =>
        {
            foreach (var vertex in origin.AsSpan(first..end))
            {
                Interlocked.Increment(ref start[vertex]);
            }
        });
        var spokes = GC.AllocateUninitializedArray<int>(CellCounting.ToRowEnds(start, parallel));
        ForChunks(origin.Length, parallel, (first, end) =>
        {
            for (var h = first; h < end; h++)
            {
                spokes[Interlocked.Decrement(ref start[origin[h]])] = h;
            }
        });
        ForChunks(VertexCount, parallel, (first, end) =>
        {
            for (var vertex = first; vertex < end; vertex++)
            {
                LinkAround(spokes.AsSpan(start[vertex], start[vertex + 1] - start[vertex]));
            }
        });
    }

    // The successor of a half-edge that comes in is the spoke next clockwise from its twin: the face stays on the left.
    private void LinkAround(Span<int> spokes)
    {
        if (spokes.Length > 2)
        {
            SortByAngle(spokes);
        }

        for (var i = 0; i < spokes.Length; i++)
        {
            Next[spokes[i] ^ 1] = spokes[i == 0 ? spokes.Length - 1 : i - 1];
        }
    }

    private void SortByAngle(Span<int> spokes)
    {
        if (spokes.Length > 32)
        {
            spokes.Sort(CompareAngle);
            return;
        }

        for (var i = 1; i < spokes.Length; i++)
        {
            var spoke = spokes[i];
            var place = i;
            while (place > 0 && CompareAngle(spokes[place - 1], spoke) > 0)
            {
                spokes[place] = spokes[place - 1];
                place--;
            }

            spokes[place] = spoke;
        }
    }

    private int CompareAngle(int g, int h)
    {
        long gx = DeltaX(g), gy = DeltaY(g), hx = DeltaX(h), hy = DeltaY(h);
        bool isLowerG = gy < 0 || (gy == 0 && gx < 0), isLowerH = hy < 0 || (hy == 0 && hx < 0);
        return isLowerG != isLowerH ? (isLowerG ? 1 : -1) : Orientation.SignOfCross(hx, hy, gx, gy);
    }

    private long DeltaX(int h) => (long)X[Origin[h ^ 1]] - X[Origin[h]];

    private long DeltaY(int h) => (long)Y[Origin[h ^ 1]] - Y[Origin[h]];

    private static void ForChunks(int count, ParallelOptions parallel, Action<int, int> work) =>
        Parallel.For(0, (count + ItemsPerChunk - 1) / ItemsPerChunk, parallel, chunk =>
            work(chunk * ItemsPerChunk, Math.Min((chunk + 1) * ItemsPerChunk, count)));
}
