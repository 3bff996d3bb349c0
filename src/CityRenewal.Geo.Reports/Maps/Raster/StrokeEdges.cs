namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Draws lines of a width: a box for every stretch, a disc of eight corners where stretches of a broad line meet.</summary>
internal static class StrokeEdges
{
    private const double Broad = 2;

    /// <summary>Adds the edges of a line to a canvas, to be filled together.</summary>
    public static void Add(RasterCanvas canvas, IReadOnlyList<(double X, double Y)> points, double width, IReadOnlyList<double> dashes)
    {
        IEnumerable<IReadOnlyList<(double X, double Y)>> pieces = dashes.Count == 0 ? [points] : Dashed(points, dashes);
        foreach (var piece in pieces)
        {
            for (var i = 1; i < piece.Count; i++)
            {
                Box(canvas, piece[i - 1], piece[i], width / 2);
                if (width >= Broad && i + 1 < piece.Count)
                {
                    Disc(canvas, piece[i], width / 2);
                }
            }
        }
    }

    /// <summary>Adds a disc.</summary>
    public static void Disc(RasterCanvas canvas, (double X, double Y) middle, double radius, int corners = 8)
    {
        for (var i = 0; i < corners; i++)
        {
            double from = 2 * Math.PI * i / corners, to = 2 * Math.PI * (i + 1) / corners;
            canvas.Edge(
                middle.X + (radius * Math.Cos(from)), middle.Y + (radius * Math.Sin(from)),
                middle.X + (radius * Math.Cos(to)), middle.Y + (radius * Math.Sin(to)));
        }
    }

    // All boxes and discs turn the same way, so that nothing cancels where they lie on each other.
    private static void Box(RasterCanvas canvas, (double X, double Y) from, (double X, double Y) to, double half)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length == 0)
        {
            return;
        }

        double x = -dy / length * half, y = dx / length * half;
        canvas.Edge(from.X - x, from.Y - y, to.X - x, to.Y - y);
        canvas.Edge(to.X - x, to.Y - y, to.X + x, to.Y + y);
        canvas.Edge(to.X + x, to.Y + y, from.X + x, from.Y + y);
        canvas.Edge(from.X + x, from.Y + y, from.X - x, from.Y - y);
    }

    private static IEnumerable<List<(double X, double Y)>> Dashed(IReadOnlyList<(double X, double Y)> points, IReadOnlyList<double> dashes)
    {
        var (dash, left) = (0, dashes[0]);
        var piece = new List<(double X, double Y)> { points[0] };
        for (var i = 1; i < points.Count; i++)
        {
            var (from, to) = (points[i - 1], points[i]);
            double length = Math.Sqrt(((to.X - from.X) * (to.X - from.X)) + ((to.Y - from.Y) * (to.Y - from.Y))), done = 0;
            while (length - done > left)
            {
                done += left;
                var at = (from.X + ((to.X - from.X) * done / length), from.Y + ((to.Y - from.Y) * done / length));
                piece.Add(at);
                if (dash % 2 == 0)
                {
                    yield return piece;
                }

                dash = (dash + 1) % dashes.Count;
                left = dashes[dash];
                piece = [at];
            }

            left -= length - done;
            piece.Add(to);
        }

        if (dash % 2 == 0)
        {
            yield return piece;
        }
    }
}
