using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// The rings of an outline with fewer vertices: none of those left out lies farther than a stated tolerance from the
/// new line (Douglas and Peucker 1973). Rings are not closed here.
/// </summary>
internal sealed class ThinnedRings
{
    private readonly List<double> _x = [];
    private readonly List<double> _y = [];
    private readonly List<int> _start = [0];

    private ThinnedRings(double tolerance) => Tolerance = tolerance;

    /// <summary>How far a vertex that was left out may lie from the new line, metres.</summary>
    public double Tolerance { get; }

    /// <summary>Number of vertices.</summary>
    public int Count => _x.Count;

    /// <summary>Area inside the thinned rings, m².</summary>
    public double Area
    {
        get
        {
            double twice = 0;
            for (var ring = 1; ring < _start.Count; ring++)
            {
                for (int i = _start[ring - 1], j = _start[ring] - 1; i < _start[ring]; j = i++)
                {
                    twice += (_x[j] * _y[i]) - (_x[i] * _y[j]);
                }
            }

            return twice / 2;
        }
    }

    /// <summary>East of the vertices, metres.</summary>
    public ReadOnlySpan<double> X => CollectionsMarshal.AsSpan(_x);

    /// <summary>North of the vertices, metres.</summary>
    public ReadOnlySpan<double> Y => CollectionsMarshal.AsSpan(_y);

    /// <summary>First vertex of each ring, and one past the last.</summary>
    public IReadOnlyList<int> Start => _start;

    /// <summary>Starts with a tolerance and doubles it until the vertices are no more than wanted, or the rings have no more to give.</summary>
    public static ThinnedRings Of(Outline outline, double tolerance, int most)
    {
        var rings = With(outline, tolerance);
        while (rings.Count > most && tolerance < outline.EqualAreaRadius)
        {
            tolerance *= 2;
            rings = With(outline, tolerance);
        }

        return rings;
    }

    private static ThinnedRings With(Outline outline, double tolerance)
    {
        var rings = new ThinnedRings(tolerance);
        ReadOnlySpan<double> x = outline.X, y = outline.Y;
        for (var ring = 0; ring < outline.RingCount; ring++)
        {
            rings.AddRing(x[outline.Ring(ring)], y[outline.Ring(ring)]);
        }

        return rings;
    }

    // Two fixed vertices: the first, and the one farthest from it.
    private void AddRing(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var last = x.Length - 1;
        var kept = new bool[x.Length];
        int far = 0;
        double farthest = 0;
        for (var i = 1; i < last; i++)
        {
            double dx = x[i] - x[0], dy = y[i] - y[0];
            if ((dx * dx) + (dy * dy) > farthest)
            {
                (far, farthest) = (i, (dx * dx) + (dy * dy));
            }
        }

        kept[0] = kept[far] = true;
        KeepBetween(x, y, 0, far, kept);
        KeepBetween(x, y, far, last, kept);
        for (var i = 0; i < last; i++)
        {
            if (kept[i])
            {
                _x.Add(x[i]);
                _y.Add(y[i]);
            }
        }

        _start.Add(_x.Count);
    }

    private void KeepBetween(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int from, int to, bool[] kept)
    {
        var open = new Stack<(int From, int To)>();
        open.Push((from, to));
        while (open.TryPop(out var range))
        {
            var limit = Tolerance * Tolerance;
            var split = -1;
            for (var i = range.From + 1; i < range.To; i++)
            {
                var squared = SquaredDistance(x[i], y[i], x[range.From], y[range.From], x[range.To], y[range.To]);
                if (squared > limit)
                {
                    (split, limit) = (i, squared);
                }
            }

            if (split >= 0)
            {
                kept[split] = true;
                open.Push((range.From, split));
                open.Push((split, range.To));
            }
        }
    }

    private static double SquaredDistance(double x, double y, double ax, double ay, double bx, double by)
    {
        double dx = bx - ax, dy = by - ay, square = (dx * dx) + (dy * dy);
        var along = square == 0 ? 0 : Math.Clamp((((x - ax) * dx) + ((y - ay) * dy)) / square, 0, 1);
        double ex = x - ax - (along * dx), ey = y - ay - (along * dy);
        return (ex * ex) + (ey * ey);
    }
}
