namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>How a geometry is written that coordinates alone cannot say.</summary>
public enum ForeignForm
{
    /// <summary>As its coordinates say; nothing where it has none.</summary>
    Ordinary = 0,

    /// <summary>A polygon that says of itself that it is empty.</summary>
    Empty,

    /// <summary>With heights.</summary>
    Heights,

    /// <summary>Its first ring as a line.</summary>
    Line,

    /// <summary>Cut short in the middle of its bytes.</summary>
    Broken,
}
