namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Puts rings into the order that tiles ask for, each shell followed by its holes, and says whether they are sound.</summary>
internal sealed class RingOrder
{
    private readonly List<int> _shells = [];
    private readonly List<int> _holes = [];
    private readonly EdgeTouches _touches = new();

    /// <summary>Copies the rings in order.</summary>
    /// <returns>False where rings touch or cross, or a hole is in no shell: then what was copied is of no use.</returns>
    public bool Order(TilePaths rings, TilePaths ordered)
    {
        ordered.Clear();
        _shells.Clear();
        _holes.Clear();
        for (var ring = 0; ring < rings.Count; ring++)
        {
            (rings.TwiceArea(ring) > 0 ? _shells : _holes).Add(ring);
        }

        if (_touches.Any(rings))
        {
            return false;
        }

        var placed = 0;
        foreach (var shell in _shells)
        {
            ordered.Copy(rings, shell);
            foreach (var hole in _holes)
            {
                if (_shells.Count == 1 ? Holds(rings, shell, hole) : ShellOf(rings, hole) == shell)
                {
                    ordered.Copy(rings, hole);
                    placed++;
                }
            }
        }

        return placed == _holes.Count;
    }

    // Shells that touch nothing lie beside or within each other: the least that holds a hole is its own.
    private int ShellOf(TilePaths rings, int hole)
    {
        var least = -1;
        foreach (var shell in _shells)
        {
            if (Holds(rings, shell, hole) && (least < 0 || rings.TwiceArea(shell) < rings.TwiceArea(least)))
            {
                least = shell;
            }
        }

        return least;
    }

    private static bool Holds(TilePaths rings, int shell, int hole)
    {
        ReadOnlySpan<int> x = rings.X(shell), y = rings.Y(shell);
        long px = rings.X(hole)[0], py = rings.Y(hole)[0];
        var isInside = false;
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
        {
            if (y[i] > py != y[j] > py)
            {
                var side = ((x[i] - (long)x[j]) * (py - y[j])) - ((y[i] - (long)y[j]) * (px - x[j]));
                isInside ^= y[i] > y[j] ? side > 0 : side < 0;
            }
        }

        return isInside;
    }
}
