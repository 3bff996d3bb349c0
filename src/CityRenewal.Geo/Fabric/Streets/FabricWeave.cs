namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Weaves strips into the arrangement: diagonals between strips become borders like any other, open faces give way to their
/// strips, all other faces keep their order.
/// </summary>
internal sealed class FabricWeave
{
    private const int EdgesPerChunk = 1 << 14;

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
        weave.Grow(parallel);
        ForChunks(land.Open.CornerCount, parallel, (_, corner) => weave.Link(corner));
        weave.CollectRings(parallel);
        return weave._woven;
    }

    private int PieceAt(int corner) => _open.IsBeyond(corner) ? StripGroups.Beyond : _strips.GroupOf[corner / 3];

    // Edges whose two sides are different pieces become borders, in the order of their corners.
    private bool IsDiagonal(int corner) =>
        !_open.IsBorder(corner) && _open.Across(corner) > corner && PieceAt(corner) != PieceAt(_open.Across(corner));

    private void Grow(ParallelOptions parallel)
    {
        var corners = 3 * _open.Count;
        var first = new int[((corners + EdgesPerChunk - 1) / EdgesPerChunk) + 1];
        ForChunks(corners, parallel, (chunk, corner) => first[chunk + 1] += IsDiagonal(corner) ? 1 : 0);
        for (var chunk = 1; chunk < first.Length; chunk++)
        {
            first[chunk] += first[chunk - 1];
        }

        (_woven.Origin, _woven.Next) = _arrangement.Half.TakeLinks(_oldCount + (2 * first[^1]));
        _woven.Face = GC.AllocateUninitializedArray<int>(_woven.Origin.Length);
        ForChunks(_oldCount, parallel, (_, h) => _woven.Face[h] = _woven.NewFaceOf(_arrangement.Face[h]));

        // A corner is made a border from the smaller side only, so no chunk asks about an edge that another one changes.
        ForChunks(corners, parallel, (chunk, corner) =>
        {
            if (IsDiagonal(corner))
            {
                Number(corner, _oldCount + (2 * first[chunk]++));
            }
        });
    }

    private void Number(int corner, int h)
    {
        var across = _open.Across(corner);
        _woven.Origin[h] = _open.VertexOf(corner);
        _woven.Origin[h + 1] = _open.VertexOf(across);
        _open.SetBorder(corner, h);
        _open.SetBorder(across, h + 1);
    }

    private void Link(int corner)
    {
        if (!_open.IsBorder(corner))
        {
            return;
        }

        var h = _open.HalfEdgeOf(corner);
        if (_open.IsBeyond(corner) && !IsOpenAt(h))
        {
            return;
        }

        var next = _open.Next(corner);
        while (!_open.IsBorder(next))
        {
            next = _open.Next(_open.Across(next));
        }

        _woven.Next[h] = _open.HalfEdgeOf(next);
        _woven.Face[h] = _woven.FaceOfStrip(PieceAt(corner));
    }

    private static void ForChunks(int count, ParallelOptions parallel, Action<int, int> take) =>
        Parallel.For(0, (count + EdgesPerChunk - 1) / EdgesPerChunk, parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * EdgesPerChunk, count);
            for (var i = chunk * EdgesPerChunk; i < end; i++)
            {
                take(chunk, i);
            }
        });

    private bool IsOpenAt(int h) => h >= _oldCount || _classes.IsOpen[_arrangement.Face[h]];

    private void CollectRings(ParallelOptions parallel)
    {
        var isUnboundedCut = _classes.IsOpen[0];
        var cut = RingLeaders.Of(
            _woven.Next, h => _woven.Face[h] >= _woven.FirstStrip || (isUnboundedCut && _woven.Face[h] == 0), parallel);
        var start = _woven.FaceRingStart = new int[_woven.FaceCount + 1];
        var count = cut.Length;
        ForClosedRings(isUnboundedCut, (face, _) =>
        {
            start[face + 1]++;
            count++;
        });
        foreach (var h in cut)
        {
            start[_woven.Face[h] + 1]++;
        }

        for (var face = 0; face < _woven.FaceCount; face++)
        {
            start[face + 1] += start[face];
        }

        var place = start.AsSpan(0, _woven.FaceCount).ToArray();
        var rings = _woven.FaceRings = new int[count];
        ForClosedRings(isUnboundedCut, (face, h) => rings[place[face]++] = h);
        foreach (var h in cut)
        {
            rings[place[_woven.Face[h]]++] = h;
        }
    }

    private void ForClosedRings(bool isUnboundedCut, Action<int, int> take)
    {
        for (var face = isUnboundedCut ? 1 : 0; face < _arrangement.FaceCount; face++)
        {
            var now = _woven.NewFaceOf(face);
            for (var ring = _arrangement.FaceRingStart[face]; now >= 0 && ring < _arrangement.FaceRingStart[face + 1]; ring++)
            {
                take(now, _arrangement.FaceRings[ring]);
            }
        }
    }
}
