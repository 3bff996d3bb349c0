using System.Runtime.InteropServices;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Contiguity;

/// <summary>
/// Barrier lines cut into short straight pieces on a uniform grid of cells, so that the pieces near a parcel are found at
/// once. Nearly all parcels have none.
/// </summary>
internal sealed class BarrierPieces
{
    private const int LongestPieceM = 5;
    private const int CellM = 100;
    private const int MostCellsPerSide = 2048;
    private const int BarriersPerChunk = 256;

    private readonly BarrierPiece[] _pieces;
    private readonly int[] _cellStart;
    private readonly double _longest;
    private readonly long _cell;
    private readonly int _columns;
    private readonly int _rows;
    private long _minX = long.MaxValue;
    private long _minY = long.MaxValue;
    private long _maxX = long.MinValue;
    private long _maxY = long.MinValue;

    /// <summary>Cuts the barriers.</summary>
    /// <param name="barriers">The lines.</param>
    /// <param name="kindCodes">Code of each kind of the layer, by its number there.</param>
    /// <param name="unitsPerMetre">Grid units in one metre.</param>
    /// <param name="parallel">Threads to use.</param>
    public BarrierPieces(Barriers barriers, byte[] kindCodes, double unitsPerMetre, ParallelOptions parallel)
    {
        _longest = LongestPieceM * unitsPerMetre;
        var chunks = new List<BarrierPiece>[(barriers.Count + BarriersPerChunk - 1) / BarriersPerChunk];
        Parallel.For(0, chunks.Length, parallel, chunk => chunks[chunk] = Cut(barriers, kindCodes, chunk));
        if (!chunks.Any(chunk => chunk.Count > 0))
        {
            (_cellStart, _pieces) = ([0], []);
            return;
        }

        Widen(barriers.Lines);
        var extent = Math.Max(_maxX - _minX, _maxY - _minY) + 1;
        _cell = Math.Max((long)(CellM * unitsPerMetre), (extent / MostCellsPerSide) + 1);
        _columns = (int)((_maxX - _minX) / _cell) + 1;
        _rows = (int)((_maxY - _minY) / _cell) + 1;
        (_cellStart, _pieces) = Sort(chunks, parallel);
    }

    public bool IsEmpty => _pieces.Length == 0;

    /// <summary>Collects the pieces that may lie in the box; a piece near several cells is given once.</summary>
    public void Near(long minX, long minY, long maxX, long maxY, List<BarrierPiece> found)
    {
        found.Clear();
        if (IsEmpty || maxX < _minX || minX > _maxX || maxY < _minY || minY > _maxY)
        {
            return;
        }

        var half = (long)Math.Ceiling(_longest / 2);
        int fromColumn = Column(minX - half), toColumn = Column(maxX + half);
        int fromRow = Row(minY - half), toRow = Row(maxY + half);
        for (var row = fromRow; row <= toRow; row++)
        {
            int start = _cellStart[(row * _columns) + fromColumn], end = _cellStart[(row * _columns) + toColumn + 1];
            foreach (ref readonly var piece in _pieces.AsSpan(start, end - start))
            {
                if (Math.Max(piece.FromX, piece.ToX) >= minX && Math.Min(piece.FromX, piece.ToX) <= maxX
                    && Math.Max(piece.FromY, piece.ToY) >= minY && Math.Min(piece.FromY, piece.ToY) <= maxY)
                {
                    found.Add(piece);
                }
            }
        }
    }

    private int Column(long x) => (int)(Math.Clamp(x - _minX, 0, _maxX - _minX) / _cell);

    private int Row(long y) => (int)(Math.Clamp(y - _minY, 0, _maxY - _minY) / _cell);

    private List<BarrierPiece> Cut(Barriers barriers, byte[] kindCodes, int chunk)
    {
        var wholes = new List<BarrierPiece>();
        var lines = barriers.Lines;
        var count = 0;
        var end = Math.Min((chunk + 1) * BarriersPerChunk, barriers.Count);
        for (var barrier = chunk * BarriersPerChunk; barrier < end; barrier++)
        {
            for (var path = lines.FeatureStart[barrier]; path < lines.FeatureStart[barrier + 1]; path++)
            {
                for (var i = lines.PathStart[path] + 1; i < lines.PathStart[path + 1]; i++)
                {
                    var whole = new BarrierPiece(
                        lines.X[i - 1], lines.Y[i - 1], lines.X[i], lines.Y[i], kindCodes[barriers.Kinds.Codes[barrier]]);
                    wholes.Add(whole);
                    count += PiecesOf(whole);
                }
            }
        }

        // A city has millions of pieces: each list is as long as it will be.
        var pieces = new List<BarrierPiece>(count);
        wholes.ForEach(whole => Cut(whole, pieces));
        return pieces;
    }

    private int PiecesOf(in BarrierPiece whole)
    {
        double dx = whole.ToX - whole.FromX, dy = whole.ToY - whole.FromY;
        return Math.Max(1, (int)Math.Ceiling(Math.Sqrt((dx * dx) + (dy * dy)) / _longest));
    }

    private void Cut(in BarrierPiece whole, List<BarrierPiece> pieces)
    {
        var (fromX, fromY, toX, toY, kind) = whole;
        double dx = toX - fromX, dy = toY - fromY;
        var count = PiecesOf(whole);
        for (var i = 0; i < count; i++)
        {
            double start = (double)i / count, end = (i + 1.0) / count;
            pieces.Add(new BarrierPiece(
                fromX + (start * dx), fromY + (start * dy), fromX + (end * dx), fromY + (end * dy), kind));
        }
    }

    // Pieces lie between the vertices of their paths, so these bound them; a path of one vertex has no pieces.
    private void Widen(LineColumns lines)
    {
        for (var path = 0; path < lines.PathStart.Length - 1; path++)
        {
            int first = lines.PathStart[path], end = lines.PathStart[path + 1];
            for (var i = first; end - first > 1 && i < end; i++)
            {
                (_minX, _maxX) = (Math.Min(_minX, lines.X[i]), Math.Max(_maxX, lines.X[i]));
                (_minY, _maxY) = (Math.Min(_minY, lines.Y[i]), Math.Max(_maxY, lines.Y[i]));
            }
        }
    }

    // A piece is shorter than a cell and is filed under the cell of its middle; the search looks half a piece further.
    private (int[] CellStart, BarrierPiece[] Pieces) Sort(List<BarrierPiece>[] chunks, ParallelOptions parallel)
    {
        var start = new int[(_columns * _rows) + 1];
        Parallel.For(0, chunks.Length, parallel, chunk =>
        {
            foreach (ref readonly var piece in CollectionsMarshal.AsSpan(chunks[chunk]))
            {
                Interlocked.Increment(ref start[CellOf(piece) + 1]);
            }
        });
        for (var cell = 0; cell < start.Length - 1; cell++)
        {
            start[cell + 1] += start[cell];
        }

        var sorted = new BarrierPiece[start[^1]];
        var next = start[..^1];
        foreach (var chunk in chunks)
        {
            foreach (ref readonly var piece in CollectionsMarshal.AsSpan(chunk))
            {
                sorted[next[CellOf(piece)]++] = piece;
            }
        }

        return (start, sorted);
    }

    private int CellOf(in BarrierPiece piece) =>
        (Row((long)((piece.FromY + piece.ToY) / 2)) * _columns) + Column((long)((piece.FromX + piece.ToX) / 2));
}
