namespace CityRenewal.Geo.Reasons;

/// <summary>The limits that a flip would break, hard ones alone.</summary>
[Flags]
internal enum FlipBreaks : byte
{
    /// <summary>None: the flip is allowed.</summary>
    None = 0,

    /// <summary>The planner's lock.</summary>
    Lock = 1,

    /// <summary>A barrier would lie inside.</summary>
    Barrier = 2,

    /// <summary>The area would not be one piece of land.</summary>
    Contiguity = 4,

    /// <summary>The area would be larger than the largest.</summary>
    LargestArea = 8,

    /// <summary>The area would be smaller than the smallest.</summary>
    SmallestArea = 16,

    /// <summary>A sum of the rule pack would be exceeded.</summary>
    Rule = 32,

    /// <summary>The area would be less compact than asked for.</summary>
    Shape = 64,
}
