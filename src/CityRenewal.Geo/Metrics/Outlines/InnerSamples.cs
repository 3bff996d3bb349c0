namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Points spread evenly over the inside of an outline on parallel rows: each row is cut exactly at the boundary and its
/// spans divided into equal steps, so that every point stands for a small cell. No random numbers.
/// </summary>
internal sealed class InnerSamples
{
    /// <summary>About how many points there are, whatever the outline's shape.</summary>
    private const int Wanted = 4096;

    private static readonly double Cosine = Math.Cos(0.6180339887);
    private static readonly double Sine = Math.Sin(0.6180339887);

    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<double> _weight = [];

    private InnerSamples(double step) => Step = step;

    /// <summary>Side of a cell, metres.</summary>
    public double Step { get; }

    /// <summary>East of the points, metres.</summary>
    public IReadOnlyList<double> X => _x;

    /// <summary>North of the points, metres.</summary>
    public IReadOnlyList<double> Y => _y;

    /// <summary>Area that each point stands for, m².</summary>
    public IReadOnlyList<double> Weight => _weight;

    public static InnerSamples Of(Outline outline)
    {
        var samples = new InnerSamples(Math.Sqrt(outline.Area / Wanted));
        var (x, y) = Turned(outline);
        var south = y.Min();
        foreach (var (row, crossings) in samples.Crossings(outline, x, y, south))
        {
            samples.AddRow(south + ((row + 0.5) * samples.Step), crossings);
        }

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

    // Where each row crosses the boundary, by row. An edge counts for rows from its lower end up to below its upper one.
    private SortedDictionary<int, List<double>> Crossings(Outline outline, double[] x, double[] y, double south)
    {
        var rows = new SortedDictionary<int, List<double>>();
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            var (start, length) = outline.Ring(ring).GetOffsetAndLength(x.Length);
            for (var i = start + 1; i < start + length; i++)
            {
                var (low, high) = y[i - 1] < y[i] ? (i - 1, i) : (i, i - 1);
                var first = (int)Math.Ceiling(((y[low] - south) / Step) - 0.5);
                var end = (int)Math.Ceiling(((y[high] - south) / Step) - 0.5);
                for (var row = first; row < end; row++)
                {
                    var share = (south + ((row + 0.5) * Step) - y[low]) / (y[high] - y[low]);
                    if (!rows.TryGetValue(row, out var crossings))
                    {
                        rows[row] = crossings = [];
                    }

                    crossings.Add(x[low] + (share * (x[high] - x[low])));
                }
            }
        }

        return rows;
    }

    private void AddRow(double y, List<double> crossings)
    {
        crossings.Sort();
        for (var i = 1; i < crossings.Count; i += 2)
        {
            double from = crossings[i - 1], width = crossings[i] - from;
            var count = Math.Max(1, (int)Math.Round(width / Step));
            for (var cell = 0; cell < count && width > 0; cell++)
            {
                var x = from + (width * (cell + 0.5) / count);
                _x.Add((Cosine * x) + (Sine * y));
                _y.Add((Cosine * y) - (Sine * x));
                _weight.Add(width / count * Step);
            }
        }
    }
}
