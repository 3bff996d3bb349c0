using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Which vertices of a layer are corners of several of its features. Vertices are sorted by place into parts that are small
/// enough to be looked up near the processor.
/// </summary>
internal sealed class VertexOwners
{
    private const int PartBits = 9;
    private const int Parts = 1 << PartBits;

    // Cells of 2^21 units, 200 m on the usual grid: a part is some whole cells, whose vertices stand close together in memory.
    private const int CellBits = 21;

    private const int Free = -1;
    private const int Several = -2;

    private readonly PolygonColumns _shapes;
    private readonly Func<int, bool> _takes;
    private readonly int[] _start = new int[Parts + 1];
    private readonly int[] _vertices;
    private readonly int[] _rows;

    private VertexOwners(PolygonColumns shapes, Func<int, bool> takes, (int Threads, CancellationToken Cancel) run)
    {
        (_shapes, _takes) = (shapes, takes);
        var next = new int[FixedChunks.CountOf(shapes.Count)][];
        FixedChunks.Run(shapes.Count, run.Threads, (chunk, start, end) => next[chunk] = Count(start, end), run.Cancel);
        Place(next);
        _vertices = GC.AllocateUninitializedArray<int>(_start[Parts]);
        _rows = GC.AllocateUninitializedArray<int>(_start[Parts]);
        FixedChunks.Run(shapes.Count, run.Threads, (chunk, start, end) => Fill(start, end, next[chunk]), run.Cancel);
    }

    /// <summary>Per vertex whether another feature has it too. Only rows that are taken count.</summary>
    public static bool[] SharedOf(PolygonColumns shapes, Func<int, bool> takes, ParallelOptions parallel)
    {
        var owners = new VertexOwners(shapes, takes, (Math.Max(0, parallel.MaxDegreeOfParallelism), parallel.CancellationToken));
        var isShared = new bool[shapes.X.Length];
        Parallel.For(0, Parts, parallel, () => new Table(), (part, _, table) => owners.Mark(part, table, isShared), _ => { });
        return isShared;
    }

    private int[] Count(int start, int end)
    {
        var count = new int[Parts];
        ReadOnlySpan<int> x = _shapes.X, y = _shapes.Y;
        for (var row = start; row < end; row++)
        {
            for (var i = _takes(row) ? _shapes.VertexStart(row) : int.MaxValue; i < _shapes.VertexEnd(row); i++)
            {
                count[PartOf(x[i], y[i])]++;
            }
        }

        return count;
    }

    // What a chunk has of a part comes after what earlier chunks have of it.
    private void Place(int[][] counts)
    {
        var at = 0;
        for (var part = 0; part < Parts; part++)
        {
            _start[part] = at;
            foreach (var count in counts)
            {
                (count[part], at) = (at, at + count[part]);
            }
        }

        _start[Parts] = at;
    }

    private void Fill(int start, int end, int[] next)
    {
        ReadOnlySpan<int> x = _shapes.X, y = _shapes.Y;
        for (var row = start; row < end; row++)
        {
            for (var i = _takes(row) ? _shapes.VertexStart(row) : int.MaxValue; i < _shapes.VertexEnd(row); i++)
            {
                var at = next[PartOf(x[i], y[i])]++;
                (_vertices[at], _rows[at]) = (i, row);
            }
        }
    }

    private Table Mark(int part, Table table, bool[] isShared)
    {
        var count = _start[part + 1] - _start[part];
        var vertices = _vertices.AsSpan(_start[part], count);
        table.Clear(count);
        ReadOnlySpan<int> x = _shapes.X, y = _shapes.Y;
        for (var k = 0; k < count; k++)
        {
            var vertex = vertices[k];
            var at = (int)HashOf(x[vertex], y[vertex]) & table.Mask;
            while (table.Owner[at] != Free && (x[table.First[at]] != x[vertex] || y[table.First[at]] != y[vertex]))
            {
                at = (at + 1) & table.Mask;
            }

            var row = _rows[_start[part] + k];
            (table.First[at], table.Owner[at]) = table.Owner[at] == Free
                ? (vertex, row)
                : (table.First[at], table.Owner[at] == row ? row : Several);
            table.Slot[k] = at;
        }

        for (var k = 0; k < count; k++)
        {
            isShared[vertices[k]] = table.Owner[table.Slot[k]] == Several;
        }

        return table;
    }

    private static int PartOf(int x, int y) => (int)(HashOf(x >> CellBits, y >> CellBits) >> (64 - PartBits));

    private static ulong HashOf(int x, int y)
    {
        var hash = (((ulong)(uint)x << 32) | (uint)y) * 0x9E3779B97F4A7C15UL;
        return (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9UL;
    }

    /// <summary>Places and their owners; a thread keeps it from part to part.</summary>
    private sealed class Table
    {
        public int[] First { get; private set; } = [];

        public int[] Owner { get; private set; } = [];

        public int[] Slot { get; private set; } = [];

        public int Mask { get; private set; }

        public void Clear(int count)
        {
            Mask = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, count * 2)) - 1;
            if (Owner.Length <= Mask)
            {
                (First, Owner) = (new int[Mask + 1], new int[Mask + 1]);
            }

            if (Slot.Length < count)
            {
                Slot = new int[Mask + 1];
            }

            Owner.AsSpan(0, Mask + 1).Fill(Free);
        }
    }
}
