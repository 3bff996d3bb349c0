namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Picks the triangles of open land out of a triangulation and numbers them in the order of their smallest edge, so that
/// neither threads nor the order of the search show.
/// </summary>
internal sealed class TriangleCollection
{
    private const int EdgesPerChunk = 1 << 15;

    // What an edge has on its left, until corners are numbered: then the corner's number and FirstCorner.
    private const int Nothing = 0;
    private const int Member = 1;
    private const int Hull = -1;
    private const int FirstCorner = 2;
    private const int FirstLeader = -2;

    private readonly Arrangement _arrangement;
    private readonly Subdivision _plane;
    private readonly int[] _marks;
    private readonly ParallelOptions _parallel;

    private TriangleCollection(Arrangement arrangement, Subdivision plane, ParallelOptions parallel)
    {
        _arrangement = arrangement;
        _plane = plane;
        _marks = new int[plane.Count];
        _parallel = parallel;
    }

    /// <summary>All triangles of open faces; the hull has corners only where the unbounded face is open.</summary>
    public static OpenTriangles Of(
        Arrangement arrangement,
        (Subdivision Plane, int[] PointVertex) land,
        (bool[] IsOpen, int Edge) hull,
        ParallelOptions parallel)
    {
        var collection = new TriangleCollection(arrangement, land.Plane, parallel);
        var outside = collection.MarkHull(hull.Edge);
        collection.ForChunks((start, end) => collection.Flood(start, end, hull.IsOpen));
        return collection.Number(hull.IsOpen[0] ? outside : [], land.PointVertex);
    }

    private List<int> MarkHull(int hull)
    {
        var outside = new List<int>();
        for (var e = hull ^ 1; hull >= 0 && _marks[e] != Hull; e = _plane.LeftNext(e))
        {
            _marks[e] = Hull;
            outside.Add(e);
        }

        return outside;
    }

    // Two threads may flood the same face: both write the same.
    private void Flood(int start, int end, bool[] isOpen)
    {
        var pending = new Stack<int>();
        for (var e = start; e < end; e++)
        {
            var h = _plane.HalfEdge(e);
            if (h >= 0 && _marks[e] == Nothing && isOpen[_arrangement.Face[h]])
            {
                pending.Push(e);
                Flood(pending, FirstLeader - _arrangement.Face[h]);
            }
        }
    }

    private void Flood(Stack<int> pending, int leaderMark)
    {
        while (pending.TryPop(out var e))
        {
            if (_marks[e] != Nothing)
            {
                continue;
            }

            int second = _plane.LeftNext(e), third = _plane.LeftNext(second);
            var leader = Math.Min(e, Math.Min(second, third));
            foreach (var side in (ReadOnlySpan<int>)[e, second, third])
            {
                _marks[side] = side == leader ? leaderMark : Member;
                if (_plane.HalfEdge(side) < 0 && _marks[side ^ 1] == Nothing)
                {
                    pending.Push(side ^ 1);
                }
            }
        }
    }

    private OpenTriangles Number(List<int> outside, int[] pointVertex)
    {
        var firstOfChunk = CountLeaders();
        var count = firstOfChunk[^1];
        var vertex = GC.AllocateUninitializedArray<int>((3 * count) + outside.Count);
        var across = GC.AllocateUninitializedArray<int>(vertex.Length);
        var faceOf = GC.AllocateUninitializedArray<int>(count);
        ForChunks((start, end) =>
        {
            var triangle = firstOfChunk[start / EdgesPerChunk];
            for (var e = start; e < end; e++)
            {
                if (_marks[e] <= FirstLeader)
                {
                    faceOf[triangle] = FirstLeader - _marks[e];
                    var side = e;
                    for (var corner = 3 * triangle; corner < (3 * triangle) + 3; corner++)
                    {
                        Place(side, corner);
                        side = _plane.LeftNext(side);
                    }

                    triangle++;
                }
            }
        });
        for (var i = 0; i < outside.Count; i++)
        {
            Place(outside[i], (3 * count) + i);
        }

        Parallel.For(0, (across.Length + EdgesPerChunk - 1) / EdgesPerChunk, _parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * EdgesPerChunk, across.Length);
            for (var corner = chunk * EdgesPerChunk; corner < end; corner++)
            {
                var e = across[corner];
                across[corner] = _plane.HalfEdge(e) >= 0 ? ~_plane.HalfEdge(e) : _marks[e ^ 1] - FirstCorner;
            }
        });
        return new OpenTriangles(_arrangement, vertex, across, faceOf);

        void Place(int e, int corner)
        {
            _marks[e] = corner + FirstCorner;
            vertex[corner] = pointVertex[_plane.Origin(e)];
            across[corner] = e;
        }
    }

    private int[] CountLeaders()
    {
        var counts = new int[((_marks.Length + EdgesPerChunk - 1) / EdgesPerChunk) + 1];
        ForChunks((start, end) =>
        {
            var count = 0;
            for (var e = start; e < end; e++)
            {
                count += _marks[e] <= FirstLeader ? 1 : 0;
            }

            counts[(start / EdgesPerChunk) + 1] = count;
        });
        for (var chunk = 1; chunk < counts.Length; chunk++)
        {
            counts[chunk] += counts[chunk - 1];
        }

        return counts;
    }

    private void ForChunks(Action<int, int> work) =>
        Parallel.For(0, (_marks.Length + EdgesPerChunk - 1) / EdgesPerChunk, _parallel, chunk =>
            work(chunk * EdgesPerChunk, Math.Min((chunk + 1) * EdgesPerChunk, _marks.Length)));
}
