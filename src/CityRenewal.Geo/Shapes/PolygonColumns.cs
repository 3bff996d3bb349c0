namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The polygons of one layer as columns of grid coordinates. Feature f owns the rings
/// FeatureStart[f] .. FeatureStart[f+1]-1; ring r owns the vertices RingStart[r] .. RingStart[r+1]-1.
/// Rings are closed (first vertex repeated), shells run anticlockwise and holes clockwise, so signed areas add up.
/// In a feature every shell is followed by its holes. A feature may have no ring: its geometry was missing or unusable.
/// </summary>
public sealed class PolygonColumns
{
    /// <summary>A layer without features.</summary>
    public static readonly PolygonColumns Empty = new([], [], [0], [0]);

    private readonly int[] _x;
    private readonly int[] _y;
    private readonly int[] _ringStart;
    private readonly int[] _featureStart;

    /// <summary>Takes ownership of the arrays: the caller keeps no reference that it writes to.</summary>
    public PolygonColumns(int[] x, int[] y, int[] ringStart, int[] featureStart)
    {
        _x = x;
        _y = y;
        _ringStart = ringStart;
        _featureStart = featureStart;
    }

    /// <summary>Number of features.</summary>
    public int Count => _featureStart.Length - 1;

    /// <summary>East, grid units.</summary>
    public ReadOnlySpan<int> X => _x;

    /// <summary>North, grid units.</summary>
    public ReadOnlySpan<int> Y => _y;

    /// <summary>First vertex of each ring, and one past the last vertex.</summary>
    public ReadOnlySpan<int> RingStart => _ringStart;

    /// <summary>First ring of each feature, and one past the last ring.</summary>
    public ReadOnlySpan<int> FeatureStart => _featureStart;

    /// <summary>Some features alone, in the order given.</summary>
    internal PolygonColumns Only(IReadOnlyList<int> features)
    {
        List<int> x = [], y = [], rings = [0], starts = [0];
        foreach (var feature in features)
        {
            for (var ring = _featureStart[feature]; ring < _featureStart[feature + 1]; ring++)
            {
                x.AddRange(_x.AsSpan(_ringStart[ring].._ringStart[ring + 1]));
                y.AddRange(_y.AsSpan(_ringStart[ring].._ringStart[ring + 1]));
                rings.Add(x.Count);
            }

            starts.Add(rings.Count - 1);
        }

        return new PolygonColumns([.. x], [.. y], [.. rings], [.. starts]);
    }

    /// <summary>The features with another in the place of one, and further ones behind.</summary>
    /// <param name="row">The feature that gives way.</param>
    /// <param name="features">The feature that takes its place, and those that follow behind the last, one each.</param>
    internal PolygonColumns With(int row, IReadOnlyList<PolygonColumns> features)
    {
        var (rings, vertices) = (_featureStart[row].._featureStart[row + 1], VertexStart(row)..VertexEnd(row));
        var ringShift = features[0]._ringStart.Length - 1 - (rings.End.Value - rings.Start.Value);
        var shift = features[0]._x.Length - (vertices.End.Value - vertices.Start.Value);
        return new PolygonColumns(
            Spliced(_x, vertices, features, feature => feature._x),
            Spliced(_y, vertices, features, feature => feature._y),
            Starts(_ringStart, (rings.Start.Value, rings.End.Value, shift), features, feature => feature._ringStart),
            Starts(_featureStart, (row, row + 1, ringShift), features, feature => feature._featureStart));
    }

    private static int[] Spliced(int[] values, Range gone, IReadOnlyList<PolygonColumns> features, Func<PolygonColumns, int[]> valuesOf)
    {
        var behind = values.AsSpan(gone.End..);
        var here = valuesOf(features[0]);
        var all = GC.AllocateUninitializedArray<int>(gone.Start.Value + behind.Length + features.Sum(feature => valuesOf(feature).Length));
        values.AsSpan(..gone.Start).CopyTo(all);
        here.CopyTo(all, gone.Start.Value);
        var at = gone.Start.Value + here.Length;
        behind.CopyTo(all.AsSpan(at));
        at += behind.Length;
        foreach (var feature in features.Skip(1))
        {
            valuesOf(feature).CopyTo(all, at);
            at += valuesOf(feature).Length;
        }

        return all;
    }

    private static int[] Starts(
        int[] starts, (int First, int End, int Shift) gone, IReadOnlyList<PolygonColumns> features, Func<PolygonColumns, int[]> startsOf)
    {
        var first = startsOf(features[0]);
        var all = GC.AllocateUninitializedArray<int>(
            starts.Length + first.Length - 1 - (gone.End - gone.First) + features.Skip(1).Sum(feature => startsOf(feature).Length - 1));
        starts.AsSpan(..gone.First).CopyTo(all);
        var at = gone.First;
        foreach (var start in first.AsSpan(..^1))
        {
            all[at++] = starts[gone.First] + start;
        }

        foreach (var start in starts.AsSpan(gone.End..))
        {
            all[at++] = start + gone.Shift;
        }

        foreach (var feature in features.Skip(1))
        {
            var behind = all[at - 1];
            foreach (var start in startsOf(feature).AsSpan(1..))
            {
                all[at++] = behind + start;
            }
        }

        return all;
    }

    /// <summary>First vertex of a feature; the feature's vertices are contiguous up to <see cref="VertexEnd"/>.</summary>
    public int VertexStart(int feature) => _ringStart[_featureStart[feature]];

    /// <summary>One past the last vertex of a feature.</summary>
    public int VertexEnd(int feature) => _ringStart[_featureStart[feature + 1]];

    /// <summary>Bounding box of a feature; an empty feature gives an empty box (MinX above MaxX).</summary>
    public GridBox BoxOf(int feature)
    {
        int start = VertexStart(feature), end = VertexEnd(feature);
        return GridBox.Of(_x.AsSpan(start, end - start), _y.AsSpan(start, end - start));
    }

    /// <summary>Twice the area in square grid units, holes taken off.</summary>
    public Int128 TwiceAreaOf(int feature)
    {
        Int128 sum = 0;
        for (var ring = _featureStart[feature]; ring < _featureStart[feature + 1]; ring++)
        {
            sum += TwiceAreaOfRing(ring);
        }

        return sum;
    }

    /// <summary>Twice the signed area of one ring: positive for a shell, negative for a hole.</summary>
    public Int128 TwiceAreaOfRing(int ring)
    {
        int start = _ringStart[ring], end = _ringStart[ring + 1];
        if (end - start < 4)
        {
            return 0;
        }

        // Coordinates relative to the ring's first vertex keep ordinary rings inside Int64.
        long originX = _x[start], originY = _y[start];
        Int128 sum = 0;
        long partial = 0;
        for (var i = start + 1; i < end - 1; i++)
        {
            long ax = _x[i] - originX, ay = _y[i] - originY, bx = _x[i + 1] - originX, by = _y[i + 1] - originY;
            if (IsNear(ax) && IsNear(ay) && IsNear(bx) && IsNear(by))
            {
                partial += (ax * by) - (bx * ay);
                if (Math.Abs(partial) > long.MaxValue / 4)
                {
                    sum += partial;
                    partial = 0;
                }
            }
            else
            {
                sum += ((Int128)ax * by) - ((Int128)bx * ay);
            }
        }

        return sum + partial;
    }

    private static bool IsNear(long difference) => difference is < 1 << 30 and > -(1 << 30);
}
