namespace CityRenewal.Geo.Land;

/// <summary>
/// Original coordinates of a layer, feature by feature. Feature f owns rings (or paths, or one point)
/// FeatureStart[f] .. FeatureStart[f+1]-1, ring r the vertices RingStart[r] .. RingStart[r+1]-1.
/// Rings are exactly as delivered: direction, closure and repeated vertices untouched. IsHole tells the role in the original.
/// </summary>
public sealed class SourceShapes
{
    /// <summary>Polygons, lines or points.</summary>
    public required ShapeKind Kind { get; init; }

    /// <summary>East, or longitude in degrees.</summary>
    public required double[] X { get; init; }

    /// <summary>North, or latitude in degrees.</summary>
    public required double[] Y { get; init; }

    /// <summary>First vertex of each ring, and one past the last vertex.</summary>
    public required int[] RingStart { get; init; }

    /// <summary>First ring of each feature, and one past the last ring.</summary>
    public required int[] FeatureStart { get; init; }

    /// <summary>Per ring, whether it is a hole of the shell before it; empty array where the layer has no holes at all.</summary>
    public required bool[] IsHole { get; init; }

    /// <summary>Number of features.</summary>
    public int Count => FeatureStart.Length - 1;

    /// <summary>These features with others of the same kind behind them.</summary>
    public SourceShapes Followed(SourceShapes others) => new()
    {
        Kind = Kind,
        X = [.. X, .. others.X],
        Y = [.. Y, .. others.Y],
        RingStart = [.. RingStart, .. others.RingStart.Skip(1).Select(start => start + X.Length)],
        FeatureStart = [.. FeatureStart, .. others.FeatureStart.Skip(1).Select(start => start + RingStart.Length - 1)],
        IsHole = [.. HolesIn(this), .. HolesIn(others)],
    };

    private static IEnumerable<bool> HolesIn(SourceShapes shapes) =>
        shapes.IsHole.Length > 0 ? shapes.IsHole : Enumerable.Repeat(false, shapes.RingStart.Length - 1);

    /// <summary>The same shapes with north taken for east and east for north.</summary>
    public SourceShapes WithSwappedAxes() => WithCoordinates(Y, X);

    /// <summary>The same shapes with other coordinates.</summary>
    public SourceShapes WithCoordinates(double[] x, double[] y) => new()
    {
        Kind = Kind, X = x, Y = y, RingStart = RingStart, FeatureStart = FeatureStart, IsHole = IsHole,
    };
}

/// <summary>What the features of a delivered layer are.</summary>
public enum ShapeKind
{
    /// <summary>Polygons and multipolygons.</summary>
    Polygon = 0,

    /// <summary>Lines and multilines.</summary>
    Line = 1,

    /// <summary>Points: one ring of one vertex each.</summary>
    Point = 2,
}
