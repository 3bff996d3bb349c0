namespace CityRenewal.Geo.Reasons;

/// <summary>The limits that a flip would break, hard ones alone.</summary>
[Flags]
internal enum FlipBreaks : ushort
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

    /// <summary>A budget of the plan would be exceeded.</summary>
    Budget = 128,

    /// <summary>The plan would have too few or too many areas.</summary>
    Number = 256,

    /// <summary>Two areas would be too near to each other.</summary>
    Spacing = 512,

    /// <summary>Only a part of what is taken whole or not at all would be in an area.</summary>
    Set = 1024,

    /// <summary>The area would enclose too much land of others.</summary>
    Enclave = 2048,

    /// <summary>Too little of a block would be left over.</summary>
    Remainder = 4096,

    /// <summary>Two parcels that cost together would be in one area; never hard.</summary>
    Crossing = 8192,

    /// <summary>What <see cref="FlipLimits"/> decide.</summary>
    OfRequest = Budget | Number | Spacing | Set | Enclave | Remainder | Crossing,
}
