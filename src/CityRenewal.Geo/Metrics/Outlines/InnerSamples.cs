namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Points spread evenly over the inside of an outline on parallel rows: each row is cut exactly at the boundary and its
/// spans divided into equal steps, so that every point stands for a small cell. No random numbers.
/// </summary>
internal sealed class InnerSamples
{
    private static readonly double Cosine = Math.Cos(0.6180339887);
    private static readonly double Sine = Math.Sin(0.6180339887);

    private int _count;

    private InnerSamples(double step) => Step = step;

    /// <summary>Side of a cell, metres.</summary>
    public double Step { get; }

    /// <summary>East of the points, metres.</summary>
    public double[] X { get; private set; } = [];

    /// <summary>North of the points, metres.</summary>
    public double[] Y { get; private set; } = [];

    /// <summary>Area that each point stands for, m².</summary>
    public double[] Weight { get; private set; } = [];

    /// <summary>Spreads about so many points, whatever the outline's shape.</summary>
    public static InnerSamples Of(Outline outline, int wanted)
    {
        var samples = new InnerSamples(Math.Sqrt(outline.Area / wanted));
        var (x, y) = Turned(outline);
        samples.AddRows(outline, x, y);
        return samples;
    }

    // Rows run askew, so that no long edge of a rectangular town lies along one and is counted by half a row too much.
    private static (double[] X, double[] Y) Turned(Outline outline)
    {
        double[] x = [.. outline.X], y = [.. outline.Y];
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = ((Cosine * x[i]) - (Sine * y[i]), (Sine * x[i]) + (Cosine * y[i]));
        }

        return (x, y);
    }

    // Where each row crosses the boundary, counted first and then sorted row by row.
    private void AddRows(Outline outline, double[] x, double[] y)
    {
        double south = y.Min(), north = y.Max();
        var rows = new int[RowFrom(north, south) + 2];
        var edges = Edges(outline, y);
        foreach (var (low, high) in edges)
        {
            for (int row = RowFrom(y[low], south), end = RowFrom(y[high], south); row < end; row++)
            {
                rows[row + 1]++;
            }
        }

        for (var row = 1; row < rows.Length; row++)
        {
            rows[row] += rows[row - 1];
        }

        var crossings = new double[rows[^1]];
        var next = rows[..^1];
        foreach (var (low, high) in edges)
        {
            var slope = (x[high] - x[low]) / (y[high] - y[low]);
            for (int row = RowFrom(y[low], south), end = RowFrom(y[high], south); row < end; row++)
            {
                crossings[next[row]++] = x[low] + (slope * (south + ((row + 0.5) * Step) - y[low]));
            }
        }

        var count = 0;
        for (var row = 1; row < rows.Length; row++)
        {
            count += CountIn(crossings.AsSpan(rows[row - 1], rows[row] - rows[row - 1]));
        }

        (X, Y, Weight) = (new double[count], new double[count], new double[count]);
        for (var row = 1; row < rows.Length; row++)
        {
            AddRow(south + ((row - 0.5) * Step), crossings.AsSpan(rows[row - 1], rows[row] - rows[row - 1]));
        }
    }

    // An edge counts for rows from its lower end up to below its upper one.
    private int RowFrom(double y, double south) => (int)Math.Ceiling(((y - south) / Step) - 0.5);

    private static (int Low, int High)[] Edges(Outline outline, double[] y)
    {
        var edges = new (int Low, int High)[y.Length - outline.RingCount];
        var count = 0;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(y.Length);
            for (var i = start + 1; i < start + length; i++)
            {
                edges[count++] = y[i - 1] < y[i] ? (i - 1, i) : (i, i - 1);
            }
        }

        return edges;
    }

    // Sorts where a row crosses the boundary, and counts the cells of its spans: thousands of outlines are sampled.
    private int CountIn(Span<double> crossings)
    {
        crossings.Sort();
        var count = 0;
        for (var i = 1; i < crossings.Length; i += 2)
        {
            count += CellsOf(crossings[i] - crossings[i - 1]);
        }

        return count;
    }

    private int CellsOf(double width) => width > 0 ? Math.Max(1, (int)Math.Round(width / Step)) : 0;

    private void AddRow(double y, ReadOnlySpan<double> crossings)
    {
        for (var i = 1; i < crossings.Length; i += 2)
        {
            double from = crossings[i - 1], width = crossings[i] - from;
            var count = CellsOf(width);
            for (var cell = 0; cell < count; cell++)
            {
                Add(from + (width * (cell + 0.5) / count), y, width / count * Step);
            }
        }
    }

    private void Add(double x, double y, double weight)
    {
        (X[_count], Y[_count]) = ((Cosine * x) + (Sine * y), (Cosine * y) - (Sine * x));
        Weight[_count++] = weight;
    }
}
