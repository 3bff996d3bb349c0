namespace CityRenewal.Geo.Reasons;

/// <summary>What lies beyond a piece of an area's outline.</summary>
public enum StopReason : byte
{
    /// <summary>A river, railway, expressway or arterial.</summary>
    Barrier = 0,

    /// <summary>Open water.</summary>
    Water = 1,

    /// <summary>Land of another planning unit, or of another district where a rule says so.</summary>
    UnitBorder = 2,

    /// <summary>Land outside the urban development boundary.</summary>
    OutsideUdb = 3,

    /// <summary>Land that the planner locked out.</summary>
    LockedOut = 4,

    /// <summary>Other land that may be in no area: by a rule, a shared building, a historic district, its shape.</summary>
    KeptOut = 5,

    /// <summary>Another area.</summary>
    OtherArea = 6,

    /// <summary>Land whose need is not above the threshold.</summary>
    LowNeed = 7,

    /// <summary>Land whose need is unknown.</summary>
    UnknownNeed = 8,

    /// <summary>Land in need that does not pay for the outline that it would add.</summary>
    OutlineCost = 9,

    /// <summary>Land that would gain; the area would be larger than the largest.</summary>
    LargestArea = 10,

    /// <summary>Land that would gain; the area would break a rule, or its price.</summary>
    Rule = 11,

    /// <summary>Land that would gain; the area would be less compact than asked for.</summary>
    Shape = 12,

    /// <summary>Land that would gain, but is not contiguous with the area.</summary>
    NotContiguous = 13,

    /// <summary>A street wider than may lie inside an area.</summary>
    WideStreet = 14,

    /// <summary>Open land that is no street between parcels.</summary>
    OpenLand = 15,

    /// <summary>The edge of what is mapped.</summary>
    TownEdge = 16,

    /// <summary>Land that is allowed and would gain: the search did not find it.</summary>
    BetterIn = 17,

    /// <summary>Land that would gain; a budget of the plan would be exceeded.</summary>
    Budget = 18,

    /// <summary>Land that would gain; two areas would be too near to each other.</summary>
    Spacing = 19,

    /// <summary>Land that would gain; only a part of what is taken whole or not at all would be in.</summary>
    Group = 20,

    /// <summary>Land that would gain; the area would enclose too much land of others.</summary>
    Enclave = 21,

    /// <summary>Land that would gain; too little of a block would be left over.</summary>
    Remainder = 22,

    /// <summary>Land that would gain, were it not for the price of a barrier or of parcels that are wanted apart.</summary>
    Crossing = 23,
}
