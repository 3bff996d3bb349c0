namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Delaunay triangulation by divide and conquer with alternating cuts (Guibas and Stolfi 1985, Dwyer 1987), exact on
/// integers. The cuts depend on the points alone, so threads change nothing but the time.
/// </summary>
internal sealed class Delaunay
{
    private const int PointsPerTask = 1 << 14;

    private readonly Subdivision _plane;
    private readonly GridPoint[] _points;
    private readonly ParallelOptions _parallel;

    private Delaunay(int[] x, int[] y, int count, ParallelOptions parallel)
    {
        _plane = new Subdivision(x, y, Math.Max(1, 3 * count));
        _points = new GridPoint[count];
        for (var i = 0; i < count; i++)
        {
            _points[i] = new GridPoint(x[i], y[i], i);
        }

        _parallel = parallel;
    }

    /// <summary>
    /// Triangulates the first <paramref name="count"/> points, all different; <paramref name="hull"/> is an edge of the
    /// convex hull with the outside on its right, -1 for fewer than two points.
    /// </summary>
    public static Subdivision Of(int[] x, int[] y, int count, out int hull, ParallelOptions parallel)
    {
        var delaunay = new Delaunay(x, y, count, parallel);
        var (found, pool) = count < 2 ? (-1, new EdgePool(0, Math.Max(1, 3 * count))) : delaunay.Build(0, count, 0);
        hull = found;
        foreach (var edge in pool.Untaken())
        {
            delaunay._plane.Forget(2 * edge);
        }

        return delaunay._plane;
    }

    private (int Hull, EdgePool Pool) Build(int start, int end, int axis)
    {
        _parallel.CancellationToken.ThrowIfCancellationRequested();
        if (end - start <= PointsPerTask)
        {
            var pool = new EdgePool(3 * start, 3 * end);
            return (BuildHere(start, end, axis, pool), pool);
        }

        var middle = (start + end) / 2;
        PointSelection.Part(_points.AsSpan(start, end - start), middle - start, axis);
        var halves = new (int Hull, EdgePool Pool)[2];
        Parallel.Invoke(
            _parallel,
            () => halves[0] = Build(start, middle, 1 - axis),
            () => halves[1] = Build(middle, end, 1 - axis));
        var joint = new EdgePool(halves[0].Pool, halves[1].Pool);
        return (new HullMerge(_plane, joint).Join(halves[0].Hull, halves[1].Hull, axis), joint);
    }

    private int BuildHere(int start, int end, int axis, EdgePool pool)
    {
        if (end - start <= 3)
        {
            return BuildSmall(start, end, pool);
        }

        var middle = (start + end) / 2;
        PointSelection.Part(_points.AsSpan(start, end - start), middle - start, axis);
        var low = BuildHere(start, middle, 1 - axis, pool);
        var high = BuildHere(middle, end, 1 - axis, pool);
        return new HullMerge(_plane, pool).Join(low, high, axis);
    }

    private int BuildSmall(int start, int end, EdgePool pool)
    {
        var points = _points.AsSpan(start, end - start);
        PointSelection.SortEastwards(points);
        var first = _plane.Start(pool.Take(), points[0].Number, points[1].Number);
        if (points.Length == 2)
        {
            return first;
        }

        var second = _plane.Start(pool.Take(), points[1].Number, points[2].Number);
        _plane.Splice(first ^ 1, second);
        var turn = _plane.Turn(points[0].Number, points[1].Number, points[2].Number);
        if (turn == 0)
        {
            return first;
        }

        var third = _plane.Connect(pool.Take(), second, first);
        return turn > 0 ? first : third ^ 1;
    }
}
