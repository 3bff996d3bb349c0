namespace CityRenewal.Geo.Fabric;

/// <summary>Makes every border that several rings run along one edge.</summary>
internal sealed class EdgeMerge
{
    private const int VerticesPerChunk = 1 << 14;
    private const int RoleShift = 1;
    private const int MostSortedByInsertion = 24;

    private readonly Linework _linework;
    private readonly int[] _vertexOfPlace;
    private readonly Covers _covers = new();
    private readonly int[] _start;
    private Run[] _runs = [];

    private EdgeMerge(Linework linework, int[] vertexOfPlace, int vertexCount)
    {
        _linework = linework;
        _vertexOfPlace = vertexOfPlace;
        _start = new int[vertexCount + 1];
    }

    public static BorderEdges Of(Linework linework, int[] vertexOfPlace, int vertexCount, ParallelOptions parallel)
    {
        var merge = new EdgeMerge(linework, vertexOfPlace, vertexCount);
        merge.SortRuns(parallel);
        return merge.Merge(vertexCount, parallel);
    }

    // A run of a ring along an edge: the far vertex, and a code for who runs there and in which direction.
    private readonly record struct Run(int Far, int Code) : IComparable<Run>
    {
        public int CompareTo(Run other) => Far != other.Far ? Far.CompareTo(other.Far) : Code.CompareTo(other.Code);
    }

    private void SortRuns(ParallelOptions parallel)
    {
        Parallel.ForEach(_linework.Chunks, parallel, chunk => ForRuns(chunk, (near, _, _) => Interlocked.Increment(ref _start[near])));
        _runs = GC.AllocateUninitializedArray<Run>(CellCounting.ToRowEnds(_start, parallel));
        Parallel.ForEach(_linework.Chunks, parallel, chunk => ForRuns(
            chunk, (near, far, code) => _runs[Interlocked.Decrement(ref _start[near])] = new Run(far, code)));
    }

    private void ForRuns(LineworkChunk chunk, Action<int, int, int> take)
    {
        var first = chunk.Layer.FirstPlace;
        foreach (var (feature, start, end) in chunk.Rings())
        {
            var owner = chunk.Layer.Role == LineworkRole.Land ? feature << RoleShift : ~((int)chunk.Layer.Role << RoleShift);
            var a = _vertexOfPlace[first + end - 1];
            for (var i = first + start; i < first + end; i++)
            {
                var b = _vertexOfPlace[i];
                if (a < b)
                {
                    take(a, b, owner);
                }
                else if (b < a)
                {
                    take(b, a, owner ^ 1);
                }

                a = b;
            }
        }
    }

    private BorderEdges Merge(int vertexCount, ParallelOptions parallel)
    {
        var firstOfVertex = new int[vertexCount + 1];
        var chunks = (vertexCount + VerticesPerChunk - 1) / VerticesPerChunk;
        Parallel.For(0, chunks, parallel, chunk => ForVertices(chunk, vertexCount, vertex =>
        {
            Sort(_runs.AsSpan(_start[vertex], _start[vertex + 1] - _start[vertex]));
            var next = _start[vertex];
            while (next < _start[vertex + 1])
            {
                firstOfVertex[vertex] += IsBorder(ReadEdge(ref next, _start[vertex + 1])) ? 1 : 0;
            }
        }));
        CellCounting.ToRowEnds(firstOfVertex, parallel);

        // Ends become starts: the end of a vertex is the start of the next.
        Array.Copy(firstOfVertex, 0, firstOfVertex, 1, vertexCount);
        firstOfVertex[0] = 0;
        var edges = new BorderEdges(firstOfVertex, _covers);
        Parallel.For(0, chunks, parallel, chunk => ForVertices(chunk, vertexCount, vertex =>
        {
            int next = _start[vertex], edge = firstOfVertex[vertex];
            while (next < _start[vertex + 1])
            {
                var read = ReadEdge(ref next, _start[vertex + 1]);
                if (IsBorder(read))
                {
                    edges.From[edge] = vertex;
                    edges.To[edge] = read.Far;
                    edges.Land[2 * edge] = read.Left;
                    edges.Land[(2 * edge) + 1] = read.Right;
                    edges.Frame[edge++] = read.Frame;
                }
            }
        }));
        return edges;
    }

    private static void Sort(Span<Run> runs)
    {
        if (runs.Length > MostSortedByInsertion)
        {
            runs.Sort();
            return;
        }

        for (var i = 1; i < runs.Length; i++)
        {
            var run = runs[i];
            var at = i;
            for (; at > 0 && run.CompareTo(runs[at - 1]) < 0; at--)
            {
                runs[at] = runs[at - 1];
            }

            runs[at] = run;
        }
    }

    private static void ForVertices(int chunk, int vertexCount, Action<int> take)
    {
        var end = Math.Min((chunk + 1) * VerticesPerChunk, vertexCount);
        for (var vertex = chunk * VerticesPerChunk; vertex < end; vertex++)
        {
            take(vertex);
        }
    }

    private static bool IsBorder((int Far, int Left, int Right, short Frame) edge) =>
        edge.Left != Covers.None || edge.Right != Covers.None || edge.Frame != 0;

    // Runs along one edge lie side by side: those of frames first (negative codes), then land by row.
    private (int Far, int Left, int Right, short Frame) ReadEdge(ref int next, int end)
    {
        var far = _runs[next].Far;
        int left = Covers.None, right = Covers.None, study = 0, water = 0;
        for (; next < end && _runs[next].Far == far; next++)
        {
            var code = _runs[next].Code;
            if (code < 0)
            {
                var direction = (code & 1) != 0 ? 1 : -1;
                var isStudy = (~code >> RoleShift) == (int)LineworkRole.Study;
                (study, water) = (study + (isStudy ? direction : 0), water + (isStudy ? 0 : direction));
            }
            else if ((code & 1) == 0)
            {
                left = _covers.With(left, code >> RoleShift, Covers.None);
            }
            else
            {
                right = _covers.With(right, code >> RoleShift, Covers.None);
            }
        }

        (left, right) = BorderEdges.Cancel(_covers, left, right);
        return (far, left, right, BorderEdges.Pack(study, water));
    }
}
