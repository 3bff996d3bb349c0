namespace CityRenewal.Geo.Fabric;

/// <summary>
/// The distinct points of all borders, cell by cell, in each cell by x, then y. A point has a spot: the spots of a block of
/// cells start where its coordinates start, so that blocks can be worked on independently; spots behind them stay unused.
/// </summary>
internal sealed class PointSpots
{
    /// <summary>Set in <see cref="Uses"/> where the edge of the study area or water has the point.</summary>
    public const byte FrameUse = 0x80;

    private const int MostUses = 100;
    private const int MostSortedByInsertion = 24;

    private readonly Linework _linework;
    private readonly int[] _cellStart;
    private readonly int[] _blockEnd;
    private Spot[] _spots = [];

    private PointSpots(Linework linework, CellGrid grid)
    {
        _linework = linework;
        Grid = grid;
        _cellStart = new int[grid.CellCount + 1];
        _blockEnd = new int[grid.BlockCount];
        SpotOfPlace = GC.AllocateUninitializedArray<int>(linework.PlaceCount);
    }

    public CellGrid Grid { get; }

    /// <summary>The spot of each coordinate; unused for closing vertices and features left out.</summary>
    public int[] SpotOfPlace { get; }

    /// <summary>Number of spots, unused ones included.</summary>
    public int Count => _spots.Length;

    /// <summary>Per spot how often land has the point, and <see cref="FrameUse"/>.</summary>
    public byte[] Uses { get; private set; } = [];

    public static PointSpots Of(Linework linework, CellGrid grid, ParallelOptions parallel)
    {
        var spots = new PointSpots(linework, grid);
        spots.SortIntoCells(parallel);
        Parallel.For(0, grid.BlockCount, parallel, spots.MergeEqual);
        return spots;
    }

    /// <summary>The spots of a cell.</summary>
    public (int Start, int End) Range(int cell) =>
        (_cellStart[cell], (cell + 1) % CellGrid.CellsPerBlock == 0 ? _blockEnd[cell / CellGrid.CellsPerBlock] : _cellStart[cell + 1]);

    /// <summary>The spots of a block.</summary>
    public (int Start, int End) BlockRange(int block) => (_cellStart[block * CellGrid.CellsPerBlock], _blockEnd[block]);

    public (int X, int Y) PointOf(int spot)
    {
        ref readonly var point = ref _spots[spot];
        return (point.X, point.Y);
    }

    private void SortIntoCells(ParallelOptions parallel)
    {
        Parallel.ForEach(_linework.Chunks, parallel, chunk =>
        {
            var x = chunk.Layer.Shapes.X;
            var y = chunk.Layer.Shapes.Y;
            foreach (var (_, start, end) in chunk.Rings())
            {
                for (var i = start; i < end; i++)
                {
                    Interlocked.Increment(ref _cellStart[Grid.CellOf(x[i], y[i])]);
                }
            }
        });
        _spots = GC.AllocateUninitializedArray<Spot>(CellCounting.ToRowEnds(_cellStart, parallel));
        Uses = new byte[_spots.Length];
        Parallel.ForEach(_linework.Chunks, parallel, chunk =>
        {
            var x = chunk.Layer.Shapes.X;
            var y = chunk.Layer.Shapes.Y;
            foreach (var (_, start, end) in chunk.Rings())
            {
                for (var i = start; i < end; i++)
                {
                    _spots[Interlocked.Decrement(ref _cellStart[Grid.CellOf(x[i], y[i])])] = new Spot(x[i], y[i], chunk.Layer.FirstPlace + i);
                }
            }
        });
    }

    private void MergeEqual(int block)
    {
        // The first cell of a block never moves, so the end of the block before can be read at any time.
        var firstCell = block * CellGrid.CellsPerBlock;
        var write = _cellStart[firstCell];
        for (var cell = firstCell; cell < firstCell + CellGrid.CellsPerBlock; cell++)
        {
            int start = _cellStart[cell], end = _cellStart[cell + 1];
            _cellStart[cell] = write;
            if (start < end)
            {
                write = MergeCell(_spots.AsSpan(start, end - start), write);
            }
        }

        _blockEnd[block] = write;
    }

    private int MergeCell(Span<Spot> cell, int write)
    {
        Sort(cell);
        var before = default(Spot);
        for (var i = 0; i < cell.Length; i++)
        {
            var spot = cell[i];
            var isNew = i == 0 || spot.X != before.X || spot.Y != before.Y;
            if (isNew)
            {
                _spots[write++] = before = spot;
            }

            SpotOfPlace[spot.Place] = write - 1;
            CountUse(write - 1, spot.Place, isNew);
        }

        return write;
    }

    private static void Sort(Span<Spot> spots)
    {
        if (spots.Length > MostSortedByInsertion)
        {
            spots.Sort();
            return;
        }

        for (var i = 1; i < spots.Length; i++)
        {
            var spot = spots[i];
            var at = i;
            for (; at > 0 && spot.CompareTo(spots[at - 1]) < 0; at--)
            {
                spots[at] = spots[at - 1];
            }

            spots[at] = spot;
        }
    }

    private void CountUse(int spot, int place, bool isNew)
    {
        var uses = isNew ? (byte)0 : Uses[spot];
        if (place >= _linework.Layers[1].FirstPlace)
        {
            Uses[spot] = (byte)(uses | FrameUse);
        }
        else
        {
            Uses[spot] = (uses & ~FrameUse) < MostUses ? (byte)(uses + 1) : uses;
        }
    }

    private readonly record struct Spot(int X, int Y, int Place) : IComparable<Spot>
    {
        public int CompareTo(Spot other) => X != other.X ? X.CompareTo(other.X) : Y.CompareTo(other.Y);
    }
}
