using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Fabric;

/// <summary>Open triangles joined to strips and junctions: neighbours with the same key are one piece.</summary>
internal sealed class StripGroups
{
    /// <summary>The piece of land beyond the study area, part of the unbounded face.</summary>
    public const int Beyond = -1;

    private const int TrianglesPerChunk = 1 << 13;

    private readonly OpenTriangles _open;
    private readonly StripTriangles _triangles;
    private readonly ParallelOptions _parallel;
    private readonly StripKey[] _keys;
    private readonly float[] _widths;

    private StripGroups(OpenTriangles open, StripTriangles triangles, ParallelOptions parallel)
    {
        _open = open;
        _triangles = triangles;
        _parallel = parallel;
        _keys = new StripKey[open.Count];
        _widths = new float[open.Count];
        GroupOf = new int[open.Count];
    }

    /// <summary>The piece of every triangle.</summary>
    public int[] GroupOf { get; }

    /// <summary>What is known about every piece.</summary>
    public StripPieces Pieces { get; private set; } = new(0);

    /// <summary>Joins triangles; where the study area is assumed, wide land outside voids lies beyond it.</summary>
    public static StripGroups Of(OpenTriangles open, OpenLand land, TextColumn ids, ParallelOptions parallel)
    {
        var groups = new StripGroups(open, new StripTriangles(open, land.FaceParcel, ids), parallel);
        groups.FindKeys(land);
        groups.Pieces = new StripPieces(groups.Number(groups.Unite()));
        groups.Measure();
        groups.CollectSides();
        return groups;
    }

    private void FindKeys(OpenLand land) => Parallel.For(0, (_keys.Length + TrianglesPerChunk - 1) / TrianglesPerChunk, _parallel, chunk =>
    {
        var end = Math.Min((chunk + 1) * TrianglesPerChunk, _keys.Length);
        for (var triangle = chunk * TrianglesPerChunk; triangle < end; triangle++)
        {
            var (key, width) = _triangles.Of(triangle, land.StreetWidth);
            var isBeyond = land.IsAssumed && !key.IsNarrow && !land.IsVoid[_open.FaceOf[triangle]];
            _keys[triangle] = isBeyond ? StripKey.Beyond : key;
            _widths[triangle] = (float)width;
        }
    });

    // Union by smallest number; one number past the triangles stands for what lies beyond the convex hull.
    private int[] Unite()
    {
        var parents = new int[_keys.Length + 1];
        for (var i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
        }

        for (var triangle = 0; triangle < _keys.Length; triangle++)
        {
            var (a, b, c) = _open.EdgesOf(triangle);
            foreach (var e in (ReadOnlySpan<int>)[a, b, c])
            {
                var other = _open.TriangleOf[e ^ 1];
                if (_open.IsBorder(e) || other > triangle)
                {
                    continue;
                }

                if (other == OpenTriangles.Beyond ? _keys[triangle].IsBeyond : _keys[other] == _keys[triangle])
                {
                    Join(parents, triangle, other == OpenTriangles.Beyond ? _keys.Length : other);
                }
            }
        }

        return parents;
    }

    private static void Join(int[] parents, int a, int b)
    {
        int rootA = Root(parents, a), rootB = Root(parents, b);
        parents[Math.Max(rootA, rootB)] = Math.Min(rootA, rootB);
    }

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            parents[i] = parents[parents[i]];
            i = parents[i];
        }

        return i;
    }

    private int Number(int[] parents)
    {
        var count = 0;
        var beyond = Root(parents, _keys.Length);
        for (var triangle = 0; triangle < GroupOf.Length; triangle++)
        {
            var root = Root(parents, triangle);
            GroupOf[triangle] = root == beyond ? Beyond : root == triangle ? count++ : GroupOf[root];
        }

        return count;
    }

    private void Measure()
    {
        for (var triangle = 0; triangle < GroupOf.Length; triangle++)
        {
            var group = GroupOf[triangle];
            if (group != Beyond)
            {
                Pieces.FaceOf[group] = _open.FaceOf[triangle];
                Pieces.IsBeyond[group] = _keys[triangle].IsBeyond;
                Pieces.Width[group] = Math.Max(Pieces.Width[group], _widths[triangle]);
                Pieces.TwiceArea[group] += _open.TwiceAreaOf(triangle);
            }
        }
    }

    // A strip's sides are in its key; a junction's are gathered from its triangles.
    private void CollectSides()
    {
        var keys = new StripKey[Pieces.Count];
        var junctions = new List<(int Group, int Row)>();
        var around = new List<int>(6);
        for (var triangle = 0; triangle < GroupOf.Length; triangle++)
        {
            var (group, key) = (GroupOf[triangle], _keys[triangle]);
            if (group == Beyond || key.IsBeyond)
            {
                continue;
            }

            keys[group] = key;
            if (key.IsJunction)
            {
                around.Clear();
                _triangles.AddSides(triangle, around);
                junctions.AddRange(around.Select(row => (group, row)));
            }
        }

        junctions.Sort();
        PackSides(keys, junctions);
    }

    private void PackSides(StripKey[] keys, List<(int Group, int Row)> junctions)
    {
        var sides = new List<int>(2 * Pieces.Count);
        var next = 0;
        for (var group = 0; group < Pieces.Count; group++)
        {
            if (!keys[group].IsJunction && !Pieces.IsBeyond[group])
            {
                AddSide(sides, keys[group].SideA, group);
                AddSide(sides, keys[group].SideB, group);
            }

            for (; next < junctions.Count && junctions[next].Group == group; next++)
            {
                AddSide(sides, junctions[next].Row, group);
            }

            Pieces.SideStart[group + 1] = sides.Count;
        }

        Pieces.SideParcels = [.. sides];
    }

    // Rows come ascending: one that repeats is the last one.
    private void AddSide(List<int> sides, int row, int group)
    {
        if (row >= 0 && (sides.Count == Pieces.SideStart[group] || sides[^1] != row))
        {
            sides.Add(row);
        }
    }
}
