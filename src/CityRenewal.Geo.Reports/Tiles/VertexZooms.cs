namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// From which zoom on each corner of a path is shown, after Douglas and Peucker (1973): left out, a corner moves the line by
/// at most a quarter of a unit of the tile. One pass answers for all zooms, because what a larger tolerance keeps, a smaller keeps too.
/// </summary>
internal sealed class VertexZooms
{
    /// <summary>The zoom of corners that no tile shows: they lie on the line between their neighbours.</summary>
    public const byte Never = TileAddress.DeepestZoom + 1;

    // Longer paths are cut into pieces whose ends are always kept, so that no shape costs the square of its length.
    private const int LongestPiece = 1024;

    private readonly Stack<(int From, int To, double Limit)> _open = new();

    /// <summary>Of a ring whose last corner is joined to its first.</summary>
    public void OfRing(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<byte> zooms)
    {
        var (first, second) = Anchors(x, y);
        zooms[first] = zooms[second] = 0;
        Piece(x, y, zooms, first, second);
        Piece(x, y, zooms, second, first + x.Length);
    }

    /// <summary>Of an open path.</summary>
    public void OfPath(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<byte> zooms)
    {
        zooms[0] = zooms[^1] = 0;
        Piece(x, y, zooms, 0, x.Length - 1);
    }

    // The same two for any first corner of the ring.
    private static (int First, int Second) Anchors(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        var first = 0;
        for (var i = 1; i < x.Length; i++)
        {
            first = x[i] < x[first] || (x[i] == x[first] && y[i] < y[first]) ? i : first;
        }

        var second = first;
        var farthest = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            double dx = (double)x[i] - x[first], dy = (double)y[i] - y[first];
            var distance = (dx * dx) + (dy * dy);
            if (distance > farthest || (distance == farthest && (x[i], y[i]).CompareTo((x[second], y[second])) < 0))
            {
                (second, farthest) = (i, distance);
            }
        }

        return first < second ? (first, second) : (second, first);
    }

    // Numbers past the end count on from the ring's first corner.
    private void Piece(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<byte> zooms, int from, int to)
    {
        for (; to - from > LongestPiece; from += LongestPiece)
        {
            zooms[(from + LongestPiece) % x.Length] = 0;
            _open.Push((from, from + LongestPiece, double.MaxValue));
            Drain(x, y, zooms);
        }

        _open.Push((from, to, double.MaxValue));
        Drain(x, y, zooms);
    }

    private void Drain(ReadOnlySpan<int> x, ReadOnlySpan<int> y, Span<byte> zooms)
    {
        while (_open.TryPop(out var piece))
        {
            if (piece.To - piece.From < 2)
            {
                continue;
            }

            var (middle, distance) = Farthest(x, y, piece.From, piece.To);
            var limit = Math.Min(piece.Limit, distance);
            zooms[middle % x.Length] = ZoomOf(limit);
            _open.Push((piece.From, middle, limit));
            _open.Push((middle, piece.To, limit));
        }
    }

    private static (int Middle, double SquaredDistance) Farthest(ReadOnlySpan<int> x, ReadOnlySpan<int> y, int from, int to)
    {
        int a = from % x.Length, b = to % x.Length, middle = from + 1;
        double ax = x[a], ay = y[a], dx = x[b] - ax, dy = y[b] - ay, length = (dx * dx) + (dy * dy), farthest = -1;
        for (var i = from + 1; i < to; i++)
        {
            var at = i < x.Length ? i : i - x.Length;
            double px = x[at] - ax, py = y[at] - ay;
            var along = length > 0 ? Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1) : 0;
            double offX = px - (along * dx), offY = py - (along * dy), distance = (offX * offX) + (offY * offY);
            if (distance > farthest)
            {
                (middle, farthest) = (i, distance);
            }
        }

        return (middle, farthest);
    }

    private static byte ZoomOf(double squaredDistance)
    {
        // Shown where a quarter of a unit, 2^(20 - zoom) places, is less than the distance.
        byte zoom = 0;
        for (var quarter = (double)(1 << (TileAddress.DeepestZoom - 2)); quarter * quarter >= squaredDistance && zoom < Never; quarter /= 2)
        {
            zoom++;
        }

        return zoom;
    }
}
