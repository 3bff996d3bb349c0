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

    private readonly Linework _linework;
    private readonly int[] _cellStart;
    private readonly int[] _blockEnd;

    private PointSpots(Linework linework, CellGrid grid)
    {
        _linework = linework;
        Grid = grid;
        _cellStart = new int[grid.CellCount + 1];
        _blockEnd = new int[grid.BlockCount];
        SpotOfPlace = new int[linework.PlaceCount];
    }

    public CellGrid Grid { get; }

    /// <summary>The spot of each coordinate; unused for closing vertices and features left out.</summary>
    public int[] SpotOfPlace { get; }

    /// <summary>Per spot a place that has the point.</summary>
    public int[] PlaceOfSpot { get; private set; } = [];

    /// <summary>Per spot how often land has the point, and <see cref="FrameUse"/>.</summary>
    public byte[] Uses { get; private set; } = [];

    public static PointSpots Of(Linework linework, CellGrid grid, ParallelOptions parallel)
    {
        var spots = new PointSpots(linework, grid);
        spots.SortIntoCells(parallel);
        Parallel.For(0, grid.BlockCount, parallel, () => new List<Spot>(), (block, _, buffer) =>
        {
            spots.MergeEqual(block, buffer);
            return buffer;
        }, _ => { });
        return spots;
    }

    /// <summary>The spots of a cell.</summary>
    public (int Start, int End) Range(int cell) =>
        (_cellStart[cell], (cell + 1) % CellGrid.CellsPerBlock == 0 ? _blockEnd[cell / CellGrid.CellsPerBlock] : _cellStart[cell + 1]);

    /// <summary>The spots of a block.</summary>
    public (int Start, int End) BlockRange(int block) => (_cellStart[block * CellGrid.CellsPerBlock], _blockEnd[block]);

    public (int X, int Y) PointOf(int spot) => _linework.PointAt(PlaceOfSpot[spot]);

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
        PlaceOfSpot = new int[CellCounting.ToRowEnds(_cellStart, parallel)];
        Uses = new byte[PlaceOfSpot.Length];
        Parallel.ForEach(_linework.Chunks, parallel, chunk =>
        {
            var x = chunk.Layer.Shapes.X;
            var y = chunk.Layer.Shapes.Y;
            foreach (var (_, start, end) in chunk.Rings())
            {
                for (var i = start; i < end; i++)
                {
                    PlaceOfSpot[Interlocked.Decrement(ref _cellStart[Grid.CellOf(x[i], y[i])])] = chunk.Layer.FirstPlace + i;
                }
            }
        });
    }

    private void MergeEqual(int block, List<Spot> buffer)
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
                write = MergeCell(start, end, write, buffer);
            }
        }

        _blockEnd[block] = write;
    }

    private int MergeCell(int start, int end, int write, List<Spot> buffer)
    {
        buffer.Clear();
        for (var i = start; i < end; i++)
        {
            var place = PlaceOfSpot[i];
            var (x, y) = _linework.PointAt(place);
            buffer.Add(new Spot(x, y, place));
        }

        buffer.Sort();
        for (var i = 0; i < buffer.Count; i++)
        {
            var isNew = i == 0 || buffer[i].X != buffer[i - 1].X || buffer[i].Y != buffer[i - 1].Y;
            if (isNew)
            {
                PlaceOfSpot[write++] = buffer[i].Place;
            }

            SpotOfPlace[buffer[i].Place] = write - 1;
            Count(write - 1, buffer[i].Place, isNew);
        }

        return write;
    }

    private void Count(int spot, int place, bool isNew)
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
        public int CompareTo(Spot other) =>
            X != other.X ? X.CompareTo(other.X) : Y != other.Y ? Y.CompareTo(other.Y) : Place.CompareTo(other.Place);
    }
}
