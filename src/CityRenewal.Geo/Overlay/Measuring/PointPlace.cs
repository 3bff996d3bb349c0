namespace CityRenewal.Geo.Overlay;

/// <summary>Where a point lies to a polygon.</summary>
internal enum PointPlace
{
    /// <summary>In no part of it.</summary>
    Outside,

    /// <summary>In it, off its outline.</summary>
    Inside,

    /// <summary>On its outline.</summary>
    OnOutline,
}
