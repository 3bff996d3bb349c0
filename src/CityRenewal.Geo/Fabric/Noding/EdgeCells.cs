namespace CityRenewal.Geo.Fabric;

/// <summary>Which edges pass each cell of the grid; edges made by noding are added cell by cell.</summary>
internal sealed class EdgeCells
{
    private const int EdgesPerChunk = 1 << 14;

    private readonly Vertices _vertices;
    private readonly BorderEdges _edges;
    private readonly int _margin;
    private readonly int[] _start;
    private readonly Dictionary<int, List<int>> _added = [];
    private int[] _entries = [];

    private EdgeCells(Vertices vertices, BorderEdges edges, int margin)
    {
        _vertices = vertices;
        _edges = edges;
        _margin = margin;
        _start = new int[vertices.Grid.CellCount + 1];
    }

    public static EdgeCells Of(Vertices vertices, BorderEdges edges, int margin, ParallelOptions parallel)
    {
        var cells = new EdgeCells(vertices, edges, margin);
        var chunks = (edges.Count + EdgesPerChunk - 1) / EdgesPerChunk;
        Parallel.For(0, chunks, parallel, cells.CountChunk);
        cells._entries = GC.AllocateUninitializedArray<int>(CellCounting.ToRowEnds(cells._start, parallel));
        Parallel.For(0, chunks, parallel, cells.FillChunk);
        return cells;
    }

    /// <summary>The edges of a cell as they were before noding, in no particular order.</summary>
    public ReadOnlySpan<int> Of(int cell) => _entries.AsSpan(_start[cell], _start[cell + 1] - _start[cell]);

    /// <summary>The edges that noding added to a cell.</summary>
    public IReadOnlyList<int> AddedTo(int cell) => _added.TryGetValue(cell, out var list) ? list : [];

    /// <summary>Adds an edge that noding made.</summary>
    public void Add(int edge)
    {
        foreach (var (column, row) in CellsOf(edge, 0))
        {
            var cell = _vertices.Grid.CellAt(column, row);
            if (cell < 0)
            {
                continue;
            }

            if (!_added.TryGetValue(cell, out var list))
            {
                _added[cell] = list = [];
            }

            list.Add(edge);
        }
    }

    /// <summary>The cells that an edge passes.</summary>
    public SegmentCells CellsOf(int edge, int margin)
    {
        int a = _edges.From[edge], b = _edges.To[edge];
        return new SegmentCells(
            (_vertices.X[a], _vertices.Y[a]), (_vertices.X[b], _vertices.Y[b]), margin, _vertices.Grid.Shift);
    }

    private void CountChunk(int chunk) => ForCells(chunk, new Counting(_start));

    private void FillChunk(int chunk) => ForCells(chunk, new Filling(_start, _entries));

    private void ForCells<TTake>(int chunk, TTake take)
        where TTake : struct, ITake
    {
        var end = Math.Min((chunk + 1) * EdgesPerChunk, _edges.MergedCount);
        for (var edge = chunk * EdgesPerChunk; edge < end; edge++)
        {
            var cells = CellsOf(edge, _margin);
            if (cells.IsBox)
            {
                TakeBox(edge, cells, take);
                continue;
            }

            foreach (var (column, row) in cells)
            {
                TakeCell(edge, (column, row), take);
            }
        }
    }

    private void TakeBox<TTake>(int edge, in SegmentCells cells, TTake take)
        where TTake : struct, ITake
    {
        for (var row = cells.FirstRow; row <= cells.LastRow; row++)
        {
            for (var column = cells.FirstColumn; column <= cells.LastColumn; column++)
            {
                TakeCell(edge, (column, row), take);
            }
        }
    }

    private void TakeCell<TTake>(int edge, (int Column, int Row) at, TTake take)
        where TTake : struct, ITake
    {
        var cell = _vertices.Grid.CellAt(at.Column, at.Row);
        if (cell >= 0)
        {
            take.Take(cell, edge);
        }
    }

    private interface ITake
    {
        void Take(int cell, int edge);
    }

    private readonly struct Counting(int[] counts) : ITake
    {
        public void Take(int cell, int edge) => Interlocked.Increment(ref counts[cell]);
    }

    private readonly struct Filling(int[] next, int[] entries) : ITake
    {
        public void Take(int cell, int edge) => entries[Interlocked.Decrement(ref next[cell])] = edge;
    }
}
