namespace CityRenewal.Geo.Shapes;

/// <summary>Collects rings feature by feature, closes and orients them, and hands over <see cref="PolygonColumns"/>.</summary>
public sealed class PolygonColumnsBuilder
{
    private readonly List<int> _x = [];
    private readonly List<int> _y = [];
    private readonly List<int> _ringStart = [0];
    private readonly List<int> _featureStart = [0];

    /// <summary>Adds one ring of the present feature; a missing closing vertex is added, a wrong direction turned.</summary>
    public PolygonColumnsBuilder Ring(ReadOnlySpan<int> x, ReadOnlySpan<int> y, bool isHole)
    {
        var count = x.Length;
        if (count > 1 && x[0] == x[count - 1] && y[0] == y[count - 1])
        {
            count--;
        }

        var backwards = count > 2 && (TwiceArea(x[..count], y[..count]) < 0) != isHole;
        for (var i = 0; i <= count; i++)
        {
            // Turning keeps the first vertex first.
            var from = backwards ? (count - i) % count : i % count;
            _x.Add(x[from]);
            _y.Add(y[from]);
        }

        _ringStart.Add(_x.Count);
        return this;
    }

    /// <summary>Ends the present feature; without any ring it is kept as an empty one.</summary>
    public PolygonColumnsBuilder EndFeature()
    {
        _featureStart.Add(_ringStart.Count - 1);
        return this;
    }

    /// <summary>The columns collected so far.</summary>
    public PolygonColumns ToColumns() => new([.. _x], [.. _y], [.. _ringStart], [.. _featureStart]);

    /// <summary>The features of several columns one after the other.</summary>
    public static PolygonColumns Joined(IEnumerable<PolygonColumns> parts)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var part in parts)
        {
            for (var feature = 0; feature < part.Count; feature++)
            {
                builder.Feature(part, feature);
            }
        }

        return builder.ToColumns();
    }

    private void Feature(PolygonColumns from, int feature)
    {
        for (var ring = from.FeatureStart[feature]; ring < from.FeatureStart[feature + 1]; ring++)
        {
            var (start, end) = (from.RingStart[ring], from.RingStart[ring + 1]);
            Ring(from.X[start..end], from.Y[start..end], from.TwiceAreaOfRing(ring) < 0);
        }

        EndFeature();
    }

    private static Int128 TwiceArea(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        Int128 sum = 0;
        for (int i = 0, j = x.Length - 1; i < x.Length; j = i++)
        {
            sum += ((Int128)x[j] * y[i]) - ((Int128)x[i] * y[j]);
        }

        return sum;
    }
}
