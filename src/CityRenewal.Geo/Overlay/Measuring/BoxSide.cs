namespace CityRenewal.Geo.Overlay;

/// <summary>How a box lies to a polygon, decided exactly with integers.</summary>
internal enum BoxSide
{
    /// <summary>The box shares no area with the polygon.</summary>
    Outside,

    /// <summary>The polygon covers the box.</summary>
    Inside,

    /// <summary>An edge of the polygon passes through the box.</summary>
    Crossed,
}
