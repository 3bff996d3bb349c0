namespace CityRenewal.Geo.Fabric;

/// <summary>The parcels that every strip or junction lies between: a strip's are in its key, a junction's are gathered from its triangles.</summary>
internal sealed class StripSides
{
    private const int ItemsPerChunk = 1 << 13;

    private readonly int[] _groupOf;
    private readonly StripKey[] _keys;
    private readonly StripTriangles _triangles;
    private readonly StripPieces _pieces;
    private readonly ParallelOptions _parallel;
    private readonly int[] _triangleOf;
    private readonly int[] _start;
    private int[] _around = [];

    private StripSides(int[] groupOf, (StripKey[] Keys, StripTriangles Triangles) known, StripPieces pieces, ParallelOptions parallel)
    {
        _groupOf = groupOf;
        (_keys, _triangles) = known;
        _pieces = pieces;
        _parallel = parallel;
        _triangleOf = new int[pieces.Count];
        _start = new int[pieces.Count + 1];
    }

    /// <summary>Fills the sides of the pieces.</summary>
    public static void Collect(
        OpenTriangles open, int[] groupOf, (StripKey[] Keys, StripTriangles Triangles) known, StripPieces pieces, ParallelOptions parallel)
    {
        var sides = new StripSides(groupOf, known, pieces, parallel);
        sides.GatherJunctions(open.Count);
        sides.Pack();
    }

    private void GatherJunctions(int triangleCount)
    {
        var found = new List<(int Group, int Row)>[(triangleCount + ItemsPerChunk - 1) / ItemsPerChunk];
        Parallel.For(0, found.Length, _parallel, chunk =>
        {
            var rows = found[chunk] = [];
            var around = new List<int>(6);
            var end = Math.Min((chunk + 1) * ItemsPerChunk, triangleCount);
            for (var triangle = chunk * ItemsPerChunk; triangle < end; triangle++)
            {
                Gather(triangle, around, rows);
            }
        });
        _around = new int[CellCounting.ToRowEnds(_start, _parallel)];
        Parallel.ForEach(found, _parallel, rows =>
        {
            foreach (var (group, row) in rows)
            {
                _around[Interlocked.Decrement(ref _start[group])] = row;
            }
        });
    }

    private void Gather(int triangle, List<int> around, List<(int Group, int Row)> rows)
    {
        var group = _groupOf[triangle];
        if (group == StripGroups.Beyond || _keys[triangle].IsBeyond)
        {
            return;
        }

        // All triangles of a piece have the same key: any of them stands for it.
        _triangleOf[group] = triangle;
        if (!_keys[triangle].IsJunction)
        {
            return;
        }

        around.Clear();
        _triangles.AddSides(triangle, around);
        foreach (var row in around)
        {
            rows.Add((group, row));
        }

        Interlocked.Add(ref _start[group], around.Count);
    }

    private void Pack()
    {
        ForPieces(piece => _pieces.SideStart[piece + 1] = Write(piece, stackalloc int[2]).Length);
        for (var piece = 0; piece < _pieces.Count; piece++)
        {
            _pieces.SideStart[piece + 1] += _pieces.SideStart[piece];
        }

        _pieces.SideParcels = new int[_pieces.SideStart[^1]];
        ForPieces(piece => Write(piece, stackalloc int[2]).CopyTo(_pieces.SideParcels.AsSpan(_pieces.SideStart[piece])));
    }

    // The sides of a piece, ascending, each once; a junction's in the place where they were gathered.
    private ReadOnlySpan<int> Write(int piece, Span<int> two)
    {
        var key = _keys[_triangleOf[piece]];
        if (_pieces.IsBeyond[piece])
        {
            return [];
        }

        var rows = _around.AsSpan(_start[piece], _start[piece + 1] - _start[piece]);
        if (!key.IsJunction)
        {
            (two[0], two[1]) = (key.SideA, key.SideB);
            rows = two;
        }

        rows.Sort();
        var count = 0;
        foreach (var row in rows)
        {
            if (row >= 0 && (count == 0 || rows[count - 1] != row))
            {
                rows[count++] = row;
            }
        }

        return rows[..count];
    }

    private void ForPieces(Action<int> take) =>
        Parallel.For(0, (_pieces.Count + ItemsPerChunk - 1) / ItemsPerChunk, _parallel, chunk =>
        {
            var end = Math.Min((chunk + 1) * ItemsPerChunk, _pieces.Count);
            for (var piece = chunk * ItemsPerChunk; piece < end; piece++)
            {
                take(piece);
            }
        });
}
