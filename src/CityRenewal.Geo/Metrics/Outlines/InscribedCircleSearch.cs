namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Searches the largest circle inside an outline: cells whose centre's distance plus half diagonal cannot beat the best
/// centre so far are left out, the others quartered. A cell that reaches no boundary is inside as a whole, so that
/// unsigned distances do.
/// </summary>
internal sealed class InscribedCircleSearch(Outline outline)
{
    private const int FirstPoints = 1024;

    private readonly BoundaryEdges _edges = outline.Edges;
    private double[] _x = [];
    private double[] _y = [];

    /// <summary>Radius of the best circle found, metres.</summary>
    public double Radius { get; private set; }

    /// <summary>Searches until no circle can be larger by more than the tolerance (relative); returns what none exceeds.</summary>
    public double Run(double tolerance)
    {
        var samples = InnerSamples.Of(outline, FirstPoints);
        (_x, _y) = (samples.X, samples.Y);
        // Cells lie askew and may be half as long again as the step: squares of this half side cover them.
        double half = 0.91 * samples.Step, bound = 0;
        while (_x.Length > 0)
        {
            var distances = BoundaryDistances.Of(_edges, _x, _y);
            foreach (var distance in distances)
            {
                Radius = Math.Max(Radius, distance);
            }

            bound = Math.Max(bound, Quarter(distances, half * Math.Sqrt(2), tolerance, half / 2));
            half /= 2;
        }

        return Math.Max(Radius, bound);
    }

    // Keeps the cells that may still win, as four each; returns the most that those left out could have reached.
    private double Quarter(double[] distances, double halfDiagonal, double tolerance, double step)
    {
        double[] x = _x, y = _y;
        List<double> nextX = [], nextY = [];
        double leftOut = 0;
        for (var i = 0; i < distances.Length; i++)
        {
            var reach = distances[i] + halfDiagonal;
            if (reach <= Radius * (1 + tolerance) || distances[i] <= halfDiagonal)
            {
                leftOut = Math.Max(leftOut, reach);
                continue;
            }

            nextX.AddRange([x[i] - step, x[i] + step, x[i] - step, x[i] + step]);
            nextY.AddRange([y[i] - step, y[i] - step, y[i] + step, y[i] + step]);
        }

        (_x, _y) = ([.. nextX], [.. nextY]);
        return leftOut;
    }
}
