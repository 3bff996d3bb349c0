namespace CityRenewal.Geo.Shapes;

/// <summary>
/// The lines of one layer as columns of grid coordinates. Feature f owns the paths FeatureStart[f] .. FeatureStart[f+1]-1;
/// path p owns the vertices PathStart[p] .. PathStart[p+1]-1.
/// </summary>
public sealed class LineColumns(int[] x, int[] y, int[] pathStart, int[] featureStart)
{
    /// <summary>A layer without features.</summary>
    public static readonly LineColumns Empty = new([], [], [0], [0]);

    /// <summary>Number of features.</summary>
    public int Count => featureStart.Length - 1;

    /// <summary>East, grid units.</summary>
    public ReadOnlySpan<int> X => x;

    /// <summary>North, grid units.</summary>
    public ReadOnlySpan<int> Y => y;

    /// <summary>First vertex of each path, and one past the last vertex.</summary>
    public ReadOnlySpan<int> PathStart => pathStart;

    /// <summary>First path of each feature, and one past the last path.</summary>
    public ReadOnlySpan<int> FeatureStart => featureStart;
}
