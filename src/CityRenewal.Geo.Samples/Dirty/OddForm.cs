namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>How a geometry is written that coordinates alone cannot say.</summary>
public enum OddForm
{
    /// <summary>As its coordinates say; nothing where it has none.</summary>
    Ordinary = 0,

    /// <summary>A geometry that says of itself that it is empty.</summary>
    Empty,

    /// <summary>With heights.</summary>
    Heights,

    /// <summary>The outline as a line, in a layer of polygons.</summary>
    Line,

    /// <summary>Cut short in the middle of its bytes.</summary>
    Broken,
}
