namespace CityRenewal.Geo.Readiness;

/// <summary>Whether the data carry a conclusion.</summary>
public enum Carried : byte
{
    /// <summary>They do not: the conclusion would be made up.</summary>
    No = 0,

    /// <summary>They do, with what is said beside it.</summary>
    WithReservations = 1,

    /// <summary>They do.</summary>
    Yes = 2,
}
