namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Cuts the edges of a large polygon in two along a line half a unit beside the integers, so that a road network of a
/// million vertices is measured piece by piece at the price of its edges.
/// </summary>
internal static class PolygonCut
{
    private const int MostEdges = 64;
    private const int MostPairs = 1 << 14;
    private const int MostLines = 1 << 11;
    private const double Smallest = 8;

    /// <summary>Whether a polygon has so many edges, beside so many zone edges, that its halves take less than the whole.</summary>
    public static bool IsWorthwhile(PolygonEdges polygon, AreaGrid grid, in CellRange range) =>
        polygon.Count > MostEdges && (long)polygon.Count * grid.EntriesIn(range) > MostPairs;

    /// <summary>The same for a slab sweep; within one cell a cut would leave the zone edges as many as they are.</summary>
    public static bool IsWorthwhileForSweep(PolygonEdges polygon, AreaGrid grid, in CellRange range) =>
        polygon.Count > MostLines
        || ((range.FirstColumn < range.LastColumn || range.FirstRow < range.LastRow)
            && polygon.Count + grid.EntriesIn(range) > MostLines);

    /// <summary>Cuts across the longer side; false where the piece is too small to be cut.</summary>
    public static bool TryHalve(PolygonEdges piece, out PolygonEdges first, out PolygonEdges second)
    {
        (first, second) = (PieceOf(piece), PieceOf(piece));
        double width = piece.MaxX - piece.MinX, height = piece.MaxY - piece.MinY;
        if (Math.Max(width, height) < Smallest)
        {
            return false;
        }

        if (width >= height)
        {
            var x = Math.Floor((piece.MinX + piece.MaxX) / 2) + 0.5;
            (first.MaxX, second.MinX) = (x, x);
            AlongX(piece, x, first, second);
        }
        else
        {
            var y = Math.Floor((piece.MinY + piece.MaxY) / 2) + 0.5;
            (first.MaxY, second.MinY) = (y, y);
            AlongY(piece, y, first, second);
        }

        first.Seal();
        second.Seal();
        return true;
    }

    /// <summary>Whether an edge of a piece is such a cut and not an edge of the polygon itself.</summary>
    public static bool IsCut(double coordinate) => Math.Abs(coordinate - Math.Floor(coordinate) - 0.5) == 0;

    private static PolygonEdges PieceOf(PolygonEdges whole) => new()
    {
        OriginX = whole.OriginX,
        OriginY = whole.OriginY,
        MinX = whole.MinX,
        MinY = whole.MinY,
        MaxX = whole.MaxX,
        MaxY = whole.MaxY,
    };

    private static void AlongX(PolygonEdges piece, double x, PolygonEdges left, PolygonEdges right)
    {
        for (var i = 0; i < piece.Count; i++)
        {
            double x0 = piece.X0[i], y0 = piece.Y0[i], x1 = piece.X1[i], y1 = piece.Y1[i], sign = piece.Sign[i];
            var y = y0 + ((x - x0) * piece.Slope[i]);
            left.Add(x0, y0, Math.Min(x1, x), x1 <= x ? y1 : y, sign);
            right.Add(Math.Max(x0, x), x0 >= x ? y0 : y, x1, y1, sign);
        }
    }

    // What lies above the line closes the lower piece from above and the upper piece from below.
    private static void AlongY(PolygonEdges piece, double y, PolygonEdges lower, PolygonEdges upper)
    {
        var ends = new List<(double X, double Sign)>();
        for (var i = 0; i < piece.Count; i++)
        {
            double x0 = piece.X0[i], y0 = piece.Y0[i], x1 = piece.X1[i], y1 = piece.Y1[i], sign = piece.Sign[i];
            double from = x0, to = x1;
            if (y0 > y != y1 > y)
            {
                var x = Math.Clamp(x0 + ((y - y0) / (y1 - y0) * (x1 - x0)), x0, x1);
                (from, to) = y0 > y ? (x0, x) : (x, x1);
                lower.Add(y0 > y ? x : x0, y0 > y ? y : y0, y0 > y ? x1 : x, y0 > y ? y1 : y, sign);
                upper.Add(from, y0 > y ? y0 : y, to, y0 > y ? y : y1, sign);
            }
            else if (y0 > y)
            {
                upper.Add(x0, y0, x1, y1, sign);
            }
            else
            {
                lower.Add(x0, y0, x1, y1, sign);
                continue;
            }

            ends.Add((from, sign));
            ends.Add((to, -sign));
        }

        Close(ends, y, lower, upper);
    }

    // Edges that follow each other end and begin at the same x: their closing lines are joined to one.
    private static void Close(List<(double X, double Sign)> ends, double y, PolygonEdges lower, PolygonEdges upper)
    {
        ends.Sort((a, b) => a.X.CompareTo(b.X));
        double sign = 0, start = 0;
        for (var i = 0; i < ends.Count;)
        {
            var (x, before) = (ends[i].X, sign);
            for (; i < ends.Count && ends[i].X == x; i++)
            {
                sign += ends[i].Sign;
            }

            if (sign == before)
            {
                continue;
            }

            if (before != 0)
            {
                lower.Add(start, y, x, y, before);
                upper.Add(start, y, x, y, -before);
            }

            start = x;
        }
    }
}
