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
        groups.ForTriangles((_, triangle) => groups.FindKey(triangle, land));
        groups.Pieces = new StripPieces(groups.Number(groups.Unite()));
        groups.ForTriangles((_, triangle) => groups.Measure(triangle));
        StripSides.Collect(open, groups.GroupOf, (groups._keys, groups._triangles), groups.Pieces, parallel);
        return groups;
    }

    private void FindKey(int triangle, OpenLand land)
    {
        var (key, width) = _triangles.Of(triangle, land.StreetWidth);
        var isBeyond = land.IsAssumed && !key.IsNarrow && !land.IsVoid[_open.FaceOf[triangle]];
        _keys[triangle] = isBeyond ? StripKey.Beyond : key;
        _widths[triangle] = (float)width;
    }

    // Union by smallest number, first within chunks, then across them; one number past the triangles stands for what lies
    // beyond the convex hull.
    private int[] Unite()
    {
        var parents = GC.AllocateUninitializedArray<int>(_keys.Length + 1);
        var across = new List<(int, int)>[ChunkCount];
        for (var chunk = 0; chunk < across.Length; chunk++)
        {
            across[chunk] = [];
        }

        parents[^1] = _keys.Length;
        ForTriangles((chunk, triangle) =>
        {
            parents[triangle] = triangle;
            for (var e = 3 * triangle; e < (3 * triangle) + 3; e++)
            {
                if (_open.IsBorder(e))
                {
                    continue;
                }

                var other = _open.Across(e) / 3;
                if (_open.IsBeyond(_open.Across(e)) ? _keys[triangle].IsBeyond : other < triangle && _keys[other] == _keys[triangle])
                {
                    if (other >= chunk * TrianglesPerChunk && other < triangle)
                    {
                        Join(parents, triangle, other);
                    }
                    else
                    {
                        across[chunk].Add((triangle, Math.Min(other, _keys.Length)));
                    }
                }
            }
        });
        foreach (var (a, b) in across.SelectMany(pairs => pairs))
        {
            Join(parents, a, b);
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

    // The smallest triangle of every piece gives it its place.
    private int Number(int[] parents)
    {
        var beyond = Root(parents, _keys.Length);
        var first = new int[ChunkCount + 1];
        ForTriangles((chunk, triangle) => first[chunk + 1] += parents[triangle] == triangle && triangle != beyond ? 1 : 0);
        for (var chunk = 0; chunk < ChunkCount; chunk++)
        {
            first[chunk + 1] += first[chunk];
        }

        var count = first[^1];
        ForTriangles((chunk, triangle) =>
        {
            if (parents[triangle] == triangle)
            {
                GroupOf[triangle] = triangle == beyond ? Beyond : first[chunk]++;
            }
        });
        ForTriangles((_, triangle) =>
        {
            var root = triangle;
            while (parents[root] != root)
            {
                root = parents[root];
            }

            if (root != triangle)
            {
                GroupOf[triangle] = root == beyond ? Beyond : GroupOf[root];
            }
        });
        return count;
    }

    private void Measure(int triangle)
    {
        var group = GroupOf[triangle];
        if (group != Beyond)
        {
            Pieces.FaceOf[group] = _open.FaceOf[triangle];
            Pieces.IsBeyond[group] = _keys[triangle].IsBeyond;
            Pieces.Widen(group, _widths[triangle]);
            Interlocked.Add(ref Pieces.TwiceArea[group], _open.TwiceAreaOf(triangle));
        }
    }

    private int ChunkCount => (_keys.Length + TrianglesPerChunk - 1) / TrianglesPerChunk;

    private void ForTriangles(Action<int, int> take) => Parallel.For(0, ChunkCount, _parallel, chunk =>
    {
        var end = Math.Min((chunk + 1) * TrianglesPerChunk, _keys.Length);
        for (var triangle = chunk * TrianglesPerChunk; triangle < end; triangle++)
        {
            take(chunk, triangle);
        }
    });
}
