namespace CityRenewal.Geo.Samples.Ground;

/// <summary>A convex ring, anticlockwise, not repeating its first vertex; side k runs from vertex k to the next.</summary>
internal sealed class Ring
{
    private readonly List<Spot> _spots = [];

    /// <summary>Number of vertices.</summary>
    public int Count => _spots.Count;

    /// <summary>Vertex k; k may run one round over.</summary>
    public Spot this[int k] => _spots[k < _spots.Count ? k : k - _spots.Count];

    /// <summary>Adds a vertex.</summary>
    public void Add(Spot spot) => _spots.Add(spot);

    /// <summary>Forgets all vertices.</summary>
    public void Clear() => _spots.Clear();

    /// <summary>Becomes a copy of another ring.</summary>
    public void Copy(Ring other)
    {
        _spots.Clear();
        _spots.AddRange(other._spots);
    }

    /// <summary>Drops vertices closer than a distance to the one before.</summary>
    public void Clean(double distance)
    {
        for (var k = _spots.Count - 1; k >= 0 && _spots.Count > 0; k--)
        {
            if ((_spots[k] - _spots[k == 0 ? ^1 : k - 1]).Length < distance)
            {
                _spots.RemoveAt(k);
            }
        }
    }

    /// <summary>Area; negative where the ring runs clockwise.</summary>
    public double Area()
    {
        if (Count < 3)
        {
            return 0;
        }

        var twice = 0.0;
        for (var k = 1; k + 1 < Count; k++)
        {
            twice += (_spots[k] - _spots[0]).Cross(_spots[k + 1] - _spots[0]);
        }

        return twice / 2;
    }

    /// <summary>Centre of gravity.</summary>
    public Spot Centre()
    {
        var (sum, twice) = (default(Spot), 0.0);
        for (var k = 1; k + 1 < Count; k++)
        {
            var (a, b) = (_spots[k] - _spots[0], _spots[k + 1] - _spots[0]);
            var weight = a.Cross(b);
            sum += weight * (a + b);
            twice += weight;
        }

        return _spots[0] + ((1 / (3 * twice)) * sum);
    }

    /// <summary>Writes the part with n·p ≤ limit into another ring.</summary>
    public void Cut(Spot normal, double limit, Ring into)
    {
        into.Clear();
        if (Count == 0)
        {
            return;
        }

        var from = _spots[^1];
        var beyondFrom = normal.Dot(from) - limit;
        foreach (var to in _spots)
        {
            var beyondTo = normal.Dot(to) - limit;
            if ((beyondFrom > 0) != (beyondTo > 0))
            {
                into.Add(from.Toward(to, beyondFrom / (beyondFrom - beyondTo)));
            }

            if (beyondTo <= 0)
            {
                into.Add(to);
            }

            (from, beyondFrom) = (to, beyondTo);
        }
    }

    /// <summary>Extent along a direction.</summary>
    public (double Low, double High) Extent(Spot direction)
    {
        var (low, high) = (double.MaxValue, double.MinValue);
        foreach (var spot in _spots)
        {
            var along = direction.Dot(spot);
            (low, high) = (Math.Min(low, along), Math.Max(high, along));
        }

        return (low, high);
    }

    /// <summary>The longer direction of the smallest box around the ring that has a side of the ring.</summary>
    public Spot LongDirection()
    {
        var (best, smallest) = (new Spot(1, 0), double.MaxValue);
        for (var k = 0; k < Count; k++)
        {
            var side = this[k + 1] - this[k];
            if (side.Length < 0.5)
            {
                continue;
            }

            var direction = side.Direction;
            var (low, high) = Extent(direction);
            var (near, far) = Extent(direction.Left);
            var (length, width) = (high - low, far - near);
            if (length * width < smallest)
            {
                smallest = length * width;
                best = length >= width ? direction : direction.Left;
            }
        }

        return best;
    }

    /// <summary>The vertex where the ring turns most.</summary>
    public int SharpestCorner()
    {
        var (sharpest, least) = (0, double.MaxValue);
        for (var k = 0; k < Count; k++)
        {
            var (back, ahead) = (this[k == 0 ? Count - 1 : k - 1] - this[k], this[k + 1] - this[k]);
            var opening = -back.Dot(ahead) / (back.Length * ahead.Length);
            if (opening < least)
            {
                (sharpest, least) = (k, opening);
            }
        }

        return sharpest;
    }

    /// <summary>The largest factor, at most one, by which a box around a middle fits into the ring.</summary>
    public double Fit(Spot middle, Spot halfLength, Spot halfWidth)
    {
        var factor = 1.0;
        for (var k = 0; k < Count; k++)
        {
            var outward = -1.0 * (this[k + 1] - this[k]).Left;
            var reach = Math.Abs(outward.Dot(halfLength)) + Math.Abs(outward.Dot(halfWidth));
            var room = outward.Dot(this[k] - middle);
            factor = Math.Min(factor, reach > 0 ? room / reach : factor);
        }

        return Math.Max(factor, 0);
    }
}
