namespace CityRenewal.Geo.Reasons;

/// <summary>The main reason why a parcel is in or out.</summary>
public enum ReasonCode : byte
{
    /// <summary>In: its need is worth more than what it costs.</summary>
    WorthIt = 0,

    /// <summary>In: the planner locked it in.</summary>
    LockedIn = 1,

    /// <summary>In: it comes with a parcel that it cannot be parted from.</summary>
    ComesWithGroup = 2,

    /// <summary>In: its own need is low or unknown, but the outline is shorter with it.</summary>
    ShortensOutline = 3,

    /// <summary>In: leaving would gain, but cuts its area into parts.</summary>
    HoldsTogether = 4,

    /// <summary>In: leaving would gain, but leaves less than the smallest area.</summary>
    NeededForSize = 5,

    /// <summary>In: leaving would gain, but breaks a rule.</summary>
    NeededForRule = 6,

    /// <summary>In: leaving would gain, but makes the area less compact than asked for.</summary>
    NeededForShape = 7,

    /// <summary>In: leaving would neither gain nor lose.</summary>
    NoDifference = 8,

    /// <summary>In, though leaving is allowed and would gain: the search did not find it.</summary>
    BetterOut = 9,

    /// <summary>Out: the planner locked it out.</summary>
    LockedOut = 10,

    /// <summary>Out: it has no land of its own in the fabric.</summary>
    NoLand = 11,

    /// <summary>Out: it lies outside the urban development boundary.</summary>
    OutsideUdb = 12,

    /// <summary>Out: a barrier runs through it.</summary>
    CrossedByBarrier = 13,

    /// <summary>Out: it shares a building with a parcel that it cannot be together with.</summary>
    SharedBuilding = 14,

    /// <summary>Out: it consists of parts that do not touch.</summary>
    SeveralParts = 15,

    /// <summary>Out: a rule lets no area hold it.</summary>
    KeptOutByRule = 16,

    /// <summary>Out: it belongs to a historic district that cannot be kept whole.</summary>
    HistoricDistrict = 17,

    /// <summary>Out: less than half of its need is known, so it brings nothing.</summary>
    NeedUnknown = 18,

    /// <summary>Out: its need is not above the threshold.</summary>
    NeedTooLow = 19,

    /// <summary>Out: its need does not pay for the outline that it adds.</summary>
    OutlineCostsMore = 20,

    /// <summary>Out: the parcels that it cannot be parted from cost more than it brings.</summary>
    GroupCostsMore = 21,

    /// <summary>Out: it would gain, but a barrier lies between it and the area.</summary>
    BehindBarrier = 22,

    /// <summary>Out: it would gain, but meets the area too shortly to be contiguous.</summary>
    MeetsTooShortly = 23,

    /// <summary>Out: it would gain, but the area would be larger than the largest.</summary>
    AreaFull = 24,

    /// <summary>Out: it would gain, but the area would break a rule.</summary>
    BreaksRule = 25,

    /// <summary>Out: it would gain, but the area would be less compact than asked for.</summary>
    BreaksShape = 26,

    /// <summary>Out: the area that it touches lies in another planning unit.</summary>
    OtherUnit = 27,

    /// <summary>Out: no area touches it, and the free land around is less than the smallest area.</summary>
    TooLittleLand = 28,

    /// <summary>Out: no area touches it, and none was found around it that pays for its outline.</summary>
    NothingAround = 29,

    /// <summary>Out, though joining is allowed and would gain: the search did not find it.</summary>
    BetterIn = 30,

    /// <summary>In: leaving would gain, but splits what an area takes whole or not at all.</summary>
    NeededForSet = 31,

    /// <summary>In: leaving would gain, but the area would enclose too much land of others.</summary>
    NeededForEnclave = 32,

    /// <summary>In: leaving would gain, but leaves too little of a block over.</summary>
    NeededForRemainder = 33,

    /// <summary>In: leaving would gain, but ends an area, and the plan would have too few.</summary>
    NeededForNumber = 34,

    /// <summary>Out: a budget of the plan would be exceeded, or exceeding it costs more than it gains.</summary>
    OverBudget = 35,

    /// <summary>Out: two areas would be too near to each other, or that costs more than it gains.</summary>
    TooNear = 36,

    /// <summary>Out: it would be an area too many, or one that costs more than it gains.</summary>
    TooManyAreas = 37,

    /// <summary>Out: only a part of what is taken whole or not at all would be in, or that costs more than it gains.</summary>
    SplitsSet = 38,

    /// <summary>Out: the area would enclose too much land of others, or that costs more than it gains.</summary>
    ClosesEnclave = 39,

    /// <summary>Out: too little of a block would be left over, or that costs more than it gains.</summary>
    LeavesRemainder = 40,

    /// <summary>Out: it would cross a barrier or join parcels that are wanted apart, at a price above what it gains.</summary>
    CrossingCostsMore = 41,

    /// <summary>Out: it belongs to parcels that are taken whole or not at all, and they cannot be one area.</summary>
    GroupStaysOut = 42,

    /// <summary>Out: it belongs to a project that fails its own rules in whatever area it lies.</summary>
    ProjectFails = 43,
}
