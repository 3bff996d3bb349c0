namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Weaves strips into the arrangement: diagonals between strips become borders like any other, open faces give way to their
/// strips, all other faces keep their order.
/// </summary>
internal sealed class FabricWeave
{
    private const int EdgesPerChunk = 1 << 14;
    private const int PointsPerChunk = 1 << 12;

    private readonly Arrangement _arrangement;
    private readonly FaceClasses _classes;
    private readonly OpenTriangles _open;
    private readonly StripGroups _strips;
    private readonly int[] _newFace;
    private readonly int _firstStrip;
    private readonly int _oldCount;

    public FabricWeave(Arrangement arrangement, FaceClasses classes, OpenTriangles open, StripGroups strips)
    {
        _arrangement = arrangement;
        _classes = classes;
        _open = open;
        _strips = strips;
        _oldCount = arrangement.Half.Origin.Length;
        _newFace = new int[arrangement.FaceCount];
        for (var face = 1; face < _newFace.Length; face++)
        {
            _newFace[face] = classes.IsOpen[face] ? -1 : ++_firstStrip;
        }

        _firstStrip++;
        FaceCount = _firstStrip + strips.Count;
    }

    public int FaceCount { get; }

    public int[] Origin { get; private set; } = [];

    public int[] Next { get; private set; } = [];

    public int[] Face { get; private set; } = [];

    public int[] FaceRingStart { get; private set; } = [];

    public int[] FaceRings { get; private set; } = [];

    /// <summary>The face of the woven fabric that a closed face of the arrangement became; -1 for one that was cut.</summary>
    public int NewFaceOf(int face) => _newFace[face];

    /// <summary>The face of a strip.</summary>
    public int FaceOfStrip(int strip) => strip == StripGroups.Beyond ? 0 : _firstStrip + strip;

    public void Weave(ParallelOptions parallel)
    {
        var diagonals = NumberDiagonals(parallel);
        Grow(diagonals, parallel);
        var chunks = (_open.HalfEdgeOf.Length + EdgesPerChunk - 1) / EdgesPerChunk;
        Parallel.For(0, chunks, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * EdgesPerChunk, _open.HalfEdgeOf.Length);
            for (var e = chunk * EdgesPerChunk; e < end; e++)
            {
                Link(e);
            }
        });
        CollectRings();
    }

    // Diagonals whose two sides are different pieces, in the order of the vertices they join.
    private List<int> NumberDiagonals(ParallelOptions parallel)
    {
        var pointCount = _open.PointVertex.Length;
        var parts = new List<int>[(pointCount + PointsPerChunk - 1) / PointsPerChunk];
        Parallel.For(0, parts.Length, parallel, chunk =>
        {
            var diagonals = new List<int>(PointsPerChunk);
            var end = Math.Min((chunk + 1) * PointsPerChunk, pointCount);
            for (var point = chunk * PointsPerChunk; point < end; point++)
            {
                AddDiagonals(point, diagonals);
            }

            parts[chunk] = diagonals;
        });
        var all = new List<int>(parts.Sum(part => part.Count));
        foreach (var part in parts)
        {
            all.AddRange(part);
        }

        return all;
    }

    private void AddDiagonals(int point, List<int> diagonals)
    {
        int first = diagonals.Count, spoke = _open.Spoke[point], e = spoke;
        do
        {
            if (_open.HalfEdgeOf[e] < 0 && _open.Plane.Target(e) > point && PieceLeftOf(e) != PieceLeftOf(e ^ 1))
            {
                diagonals.Add(e);
            }

            e = _open.Plane.OriginNext[e];
        }
        while (e != spoke);

        if (diagonals.Count > first + 1)
        {
            diagonals.Sort(first, diagonals.Count - first, Comparer<int>.Create((a, b) => _open.Plane.Target(a).CompareTo(_open.Plane.Target(b))));
        }
    }

    private int PieceLeftOf(int e)
    {
        var triangle = _open.TriangleOf[e];
        return triangle < 0 ? StripGroups.Beyond : _strips.GroupOf[triangle];
    }

    private void Grow(List<int> diagonals, ParallelOptions parallel)
    {
        Origin = new int[_oldCount + (2 * diagonals.Count)];
        Next = new int[Origin.Length];
        Face = new int[Origin.Length];
        _arrangement.Half.Origin.CopyTo(Origin, 0);
        _arrangement.Half.Next.CopyTo(Next, 0);
        Parallel.For(0, (_oldCount + EdgesPerChunk - 1) / EdgesPerChunk, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * EdgesPerChunk, _oldCount);
            for (var h = chunk * EdgesPerChunk; h < end; h++)
            {
                Face[h] = _newFace[_arrangement.Face[h]];
            }
        });

        for (var i = 0; i < diagonals.Count; i++)
        {
            int e = diagonals[i], h = _oldCount + (2 * i);
            Origin[h] = _open.PointVertex[_open.Plane.Origin[e]];
            Origin[h + 1] = _open.PointVertex[_open.Plane.Target(e)];
            _open.HalfEdgeOf[e] = h;
            _open.HalfEdgeOf[e ^ 1] = h + 1;
        }
    }

    private void Link(int e)
    {
        var h = _open.HalfEdgeOf[e];
        if (h < 0 || (_open.TriangleOf[e] < 0 && !(_open.TriangleOf[e] == OpenTriangles.Beyond && IsOpenAt(h))))
        {
            return;
        }

        var next = _open.Plane.LeftNext(e);
        while (_open.HalfEdgeOf[next] < 0)
        {
            next = _open.Plane.LeftNext(next ^ 1);
        }

        Next[h] = _open.HalfEdgeOf[next];
        Face[h] = FaceOfStrip(PieceLeftOf(e));
    }

    private bool IsOpenAt(int h) => h >= _oldCount || _classes.IsOpen[_arrangement.Face[h]];

    private void CollectRings()
    {
        var isUnboundedCut = _classes.IsOpen[0];
        var starts = new List<(int Face, int HalfEdge)>();
        for (var face = isUnboundedCut ? 1 : 0; face < _arrangement.FaceCount; face++)
        {
            for (var ring = _arrangement.FaceRingStart[face]; _newFace[face] >= 0 && ring < _arrangement.FaceRingStart[face + 1]; ring++)
            {
                starts.Add((_newFace[face], _arrangement.FaceRings[ring]));
            }
        }

        var isWalked = new bool[Next.Length];
        for (var start = 0; start < Next.Length; start++)
        {
            if (isWalked[start] || (Face[start] < _firstStrip && !(isUnboundedCut && Face[start] == 0)))
            {
                continue;
            }

            starts.Add((Face[start], start));
            for (var h = start; !isWalked[h]; h = Next[h])
            {
                isWalked[h] = true;
            }
        }

        FaceRingStart = new int[FaceCount + 1];
        foreach (var (face, _) in starts)
        {
            FaceRingStart[face + 1]++;
        }

        for (var face = 0; face < FaceCount; face++)
        {
            FaceRingStart[face + 1] += FaceRingStart[face];
        }

        var place = FaceRingStart.AsSpan(0, FaceCount).ToArray();
        FaceRings = new int[starts.Count];
        foreach (var (face, h) in starts)
        {
            FaceRings[place[face]++] = h;
        }
    }
}
