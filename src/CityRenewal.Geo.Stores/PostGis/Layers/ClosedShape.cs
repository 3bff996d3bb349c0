using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>What PostGIS takes as a geometry: rings that are closed and have four vertices, lines of two, finite coordinates.</summary>
internal static class ClosedShape
{
    /// <summary>Whether a feature is taken as it was delivered.</summary>
    internal static bool IsTaken(SourceShapes shapes, int feature)
    {
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], end = shapes.RingStart[ring + 1];
            if (end - start < Least(shapes.Kind) || !IsFinite(shapes, start, end) || (shapes.Kind == ShapeKind.Polygon && !IsClosed(shapes, start, end)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The feature by itself with its rings closed; without rings that have no area to close and vertices that are nowhere.</summary>
    internal static SourceShapes Of(SourceShapes shapes, int feature)
    {
        List<double> x = [], y = [];
        List<int> ringStart = [0];
        List<bool> isHole = [];
        for (var ring = shapes.FeatureStart[feature]; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            var first = x.Count;
            Add(shapes, ring, x, y);
            if (shapes.Kind == ShapeKind.Polygon && x.Count > first && !(IsSame(x[first], x[^1]) && IsSame(y[first], y[^1])))
            {
                x.Add(x[first]);
                y.Add(y[first]);
            }

            if (x.Count - first < Least(shapes.Kind))
            {
                x.RemoveRange(first, x.Count - first);
                y.RemoveRange(first, y.Count - first);
                continue;
            }

            ringStart.Add(x.Count);
            isHole.Add(isHole.Count > 0 && shapes.IsHole.Length > 0 && shapes.IsHole[ring]);
        }

        return new SourceShapes { Kind = shapes.Kind, X = [.. x], Y = [.. y], RingStart = [.. ringStart], FeatureStart = [0, isHole.Count], IsHole = [.. isHole] };
    }

    private static void Add(SourceShapes shapes, int ring, List<double> x, List<double> y)
    {
        for (var i = shapes.RingStart[ring]; i < shapes.RingStart[ring + 1]; i++)
        {
            if (double.IsFinite(shapes.X[i]) && double.IsFinite(shapes.Y[i]))
            {
                x.Add(shapes.X[i]);
                y.Add(shapes.Y[i]);
            }
        }
    }

    private static int Least(ShapeKind kind) => kind switch { ShapeKind.Polygon => 4, ShapeKind.Line => 2, _ => 1 };

    // PostGIS compares bits: a ring that begins at 0 and ends at −0 is open.
    private static bool IsClosed(SourceShapes shapes, int start, int end) =>
        IsSame(shapes.X[start], shapes.X[end - 1]) && IsSame(shapes.Y[start], shapes.Y[end - 1]);

    private static bool IsSame(double one, double other) => BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);

    private static bool IsFinite(SourceShapes shapes, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!double.IsFinite(shapes.X[i]) || !double.IsFinite(shapes.Y[i]))
            {
                return false;
            }
        }

        return true;
    }
}
