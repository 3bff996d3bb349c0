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
    private readonly WovenFaces _woven;
    private readonly int _oldCount;

    private FabricWeave(Arrangement arrangement, FaceClasses classes, OpenTriangles open, StripGroups strips)
    {
        _arrangement = arrangement;
        _classes = classes;
        _open = open;
        _strips = strips;
        _oldCount = arrangement.Half.Origin.Length;
        var newFace = new int[arrangement.FaceCount];
        var firstStrip = 1;
        for (var face = 1; face < newFace.Length; face++)
        {
            newFace[face] = classes.IsOpen[face] ? -1 : firstStrip++;
        }

        _woven = new WovenFaces(newFace, firstStrip, strips.Pieces.Count);
    }

    /// <summary>Weaves; the arrangement hands its links over and keeps none.</summary>
    public static WovenFaces Of(
        Arrangement arrangement, FaceClasses classes, (OpenTriangles Open, StripGroups Strips) land, ParallelOptions parallel)
    {
        var weave = new FabricWeave(arrangement, classes, land.Open, land.Strips);
        weave.Grow(weave.NumberDiagonals(parallel), parallel);
        var count = land.Open.HalfEdgeOf.Length;
        Parallel.For(0, (count + EdgesPerChunk - 1) / EdgesPerChunk, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * EdgesPerChunk, count);
            for (var e = chunk * EdgesPerChunk; e < end; e++)
            {
                weave.Link(e);
            }
        });
        weave.CollectRings();
        return weave._woven;
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
        (_woven.Origin, _woven.Next) = _arrangement.Half.TakeLinks(_oldCount + (2 * diagonals.Count));
        _woven.Face = new int[_woven.Origin.Length];
        Parallel.For(0, (_oldCount + EdgesPerChunk - 1) / EdgesPerChunk, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * EdgesPerChunk, _oldCount);
            for (var h = chunk * EdgesPerChunk; h < end; h++)
            {
                _woven.Face[h] = _woven.NewFaceOf(_arrangement.Face[h]);
            }
        });

        for (var i = 0; i < diagonals.Count; i++)
        {
            int e = diagonals[i], h = _oldCount + (2 * i);
            _woven.Origin[h] = _open.PointVertex[_open.Plane.Origin[e]];
            _woven.Origin[h + 1] = _open.PointVertex[_open.Plane.Target(e)];
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

        _woven.Next[h] = _open.HalfEdgeOf[next];
        _woven.Face[h] = _woven.FaceOfStrip(PieceLeftOf(e));
    }

    private bool IsOpenAt(int h) => h >= _oldCount || _classes.IsOpen[_arrangement.Face[h]];

    private void CollectRings()
    {
        var isUnboundedCut = _classes.IsOpen[0];
        var starts = new List<(int Face, int HalfEdge)>();
        for (var face = isUnboundedCut ? 1 : 0; face < _arrangement.FaceCount; face++)
        {
            for (var ring = _arrangement.FaceRingStart[face]; _woven.NewFaceOf(face) >= 0 && ring < _arrangement.FaceRingStart[face + 1]; ring++)
            {
                starts.Add((_woven.NewFaceOf(face), _arrangement.FaceRings[ring]));
            }
        }

        var isWalked = new bool[_woven.Next.Length];
        for (var start = 0; start < _woven.Next.Length; start++)
        {
            if (isWalked[start] || (_woven.Face[start] < _woven.FirstStrip && !(isUnboundedCut && _woven.Face[start] == 0)))
            {
                continue;
            }

            starts.Add((_woven.Face[start], start));
            for (var h = start; !isWalked[h]; h = _woven.Next[h])
            {
                isWalked[h] = true;
            }
        }

        _woven.FaceRingStart = new int[_woven.FaceCount + 1];
        foreach (var (face, _) in starts)
        {
            _woven.FaceRingStart[face + 1]++;
        }

        for (var face = 0; face < _woven.FaceCount; face++)
        {
            _woven.FaceRingStart[face + 1] += _woven.FaceRingStart[face];
        }

        var place = _woven.FaceRingStart.AsSpan(0, _woven.FaceCount).ToArray();
        _woven.FaceRings = new int[starts.Count];
        foreach (var (face, h) in starts)
        {
            _woven.FaceRings[place[face]++] = h;
        }
    }
}
