namespace CityRenewal.Geo.Delineation;

/// <summary>Why a parcel may or may not be in a renewal area.</summary>
public enum MembershipReason : byte
{
    /// <summary>It may: nothing known speaks against it.</summary>
    Candidate = 0,

    /// <summary>It must: the planner locked it in.</summary>
    LockedIn = 1,

    /// <summary>The planner locked it out.</summary>
    LockedOut = 2,

    /// <summary>Its right lies above or under the ground, or it has no usable outline: it is no face of the land fabric.</summary>
    NoFace = 3,

    /// <summary>Its part outside the urban development boundary is wider than the layers' tolerance.</summary>
    OutsideUdb = 4,

    /// <summary>A barrier runs through it: its two sides are not one piece of land.</summary>
    CrossedByBarrier = 5,

    /// <summary>It shares a building with a parcel that may not join, or that it cannot be joined to.</summary>
    SharedBuilding = 6,

    /// <summary>It consists of parts that do not touch: an area with it would not be one piece of land.</summary>
    SeveralParts = 7,

    /// <summary>A rule of the pack lets no area hold it: red lines, farmland, land that is not built up.</summary>
    KeptOutByRule = 8,

    /// <summary>It belongs to a historic district that is kept whole and cannot be one piece of land in one unit.</summary>
    HistoricDistrict = 9,

    /// <summary>The request keeps it together with a parcel that may not join, that lies in another unit, or with too much land.</summary>
    KeptTogether = 10,

    /// <summary>It belongs to a project that fails its own rules in whatever area it lies, or is taken whole with one.</summary>
    ProjectFails = 11,
}
