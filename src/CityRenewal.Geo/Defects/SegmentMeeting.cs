namespace CityRenewal.Geo.Defects;

/// <summary>How two edges of rings meet.</summary>
internal enum SegmentMeeting
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>In a point, where neither ring changes to the other's other side.</summary>
    Touch = 1,

    /// <summary>They cross, or lie on each other over a length.</summary>
    Cross = 2,
}
