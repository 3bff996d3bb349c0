namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The vertices of an arrangement after snapping, numbered cell by cell. Vertices made later, where borders cross, follow
/// at the end and belong to no cell's range.
/// </summary>
internal sealed class Vertices
{
    private readonly Dictionary<long, int> _made = [];
    private int[] _x;
    private int[] _y;
    private readonly bool[] _isLand;
    private readonly int[] _cellStart;

    private Vertices(CellGrid grid, int count)
    {
        Grid = grid;
        GridCount = count;
        Count = count;
        _x = GC.AllocateUninitializedArray<int>(count);
        _y = GC.AllocateUninitializedArray<int>(count);
        _isLand = new bool[count];
        _cellStart = new int[grid.CellCount + 1];
    }

    public CellGrid Grid { get; }

    /// <summary>Number of vertices that come from the borders themselves.</summary>
    public int GridCount { get; }

    /// <summary>Number of all vertices.</summary>
    public int Count { get; private set; }

    public int[] X => _x;

    public int[] Y => _y;

    /// <summary>Whether the vertex belongs to land, and not only to the edge of the study area or water.</summary>
    public bool IsLand(int vertex) => vertex < GridCount && _isLand[vertex];

    /// <summary>The vertices of a cell that come from the borders themselves.</summary>
    public (int Start, int End) Range(int cell) => (_cellStart[cell], _cellStart[cell + 1]);

    /// <summary>The vertex at a point, made where there is none yet.</summary>
    public int At(int x, int y)
    {
        var cell = Grid.CellOf(x, y);
        if (cell >= 0)
        {
            for (var v = _cellStart[cell]; v < _cellStart[cell + 1]; v++)
            {
                if (_x[v] == x && _y[v] == y)
                {
                    return v;
                }
            }
        }

        var key = ((long)x << 32) | (uint)y;
        if (!_made.TryGetValue(key, out var vertex))
        {
            vertex = Make(x, y);
            _made[key] = vertex;
        }

        return vertex;
    }

    /// <summary>Vertices of the snapped points; fills the vertex of every coordinate's place (-1 where unused).</summary>
    public static Vertices Of(Linework linework, PointSpots spots, PointClusters clusters, int[] vertexOfPlace, ParallelOptions parallel)
    {
        var grid = spots.Grid;
        var blockStart = new int[grid.BlockCount + 1];
        Parallel.For(0, grid.BlockCount, parallel, block => blockStart[block + 1] = CountKept(spots, clusters, block));
        for (var block = 0; block < grid.BlockCount; block++)
        {
            blockStart[block + 1] += blockStart[block];
        }

        var vertices = new Vertices(grid, blockStart[^1]);
        var vertexOfSpot = GC.AllocateUninitializedArray<int>(spots.Count);
        vertices._cellStart[^1] = vertices.Count;
        Parallel.For(0, grid.BlockCount, parallel, block => vertices.Fill(spots, clusters, vertexOfSpot, block, blockStart[block]));
        Parallel.ForEach(linework.Chunks, parallel, chunk =>
        {
            var isLand = chunk.Layer.Role == LineworkRole.Land;
            foreach (var (_, start, end) in chunk.Rings())
            {
                for (var place = chunk.Layer.FirstPlace + start; place < chunk.Layer.FirstPlace + end; place++)
                {
                    var spot = spots.SpotOfPlace[place];
                    vertexOfPlace[place] = vertexOfSpot[isLand ? clusters.RepresentativeOf(spot) : spot];
                }
            }
        });
        return vertices;
    }

    private static bool IsKept(PointSpots spots, PointClusters clusters, int spot) =>
        !clusters.IsJoined(spot) || (spots.Uses[spot] & PointSpots.FrameUse) != 0;

    private static int CountKept(PointSpots spots, PointClusters clusters, int block)
    {
        var count = 0;
        var (start, end) = spots.BlockRange(block);
        for (var spot = start; spot < end; spot++)
        {
            count += IsKept(spots, clusters, spot) ? 1 : 0;
        }

        return count;
    }

    private void Fill(PointSpots spots, PointClusters clusters, int[] vertexOfSpot, int block, int next)
    {
        for (var cell = block * CellGrid.CellsPerBlock; cell < (block + 1) * CellGrid.CellsPerBlock; cell++)
        {
            _cellStart[cell] = next;
            var (start, end) = spots.Range(cell);
            for (var spot = start; spot < end; spot++)
            {
                if (IsKept(spots, clusters, spot))
                {
                    (_x[next], _y[next]) = spots.PointOf(spot);
                    _isLand[next] = !clusters.IsJoined(spot) && (spots.Uses[spot] & ~PointSpots.FrameUse) != 0;
                    vertexOfSpot[spot] = next++;
                }
            }
        }
    }

    private int Make(int x, int y)
    {
        if (Count == _x.Length)
        {
            Array.Resize(ref _x, Count + (Count / 4) + 1024);
            Array.Resize(ref _y, Count + (Count / 4) + 1024);
        }

        _x[Count] = x;
        _y[Count] = y;
        return Count++;
    }
}
