namespace CityRenewal.Geo.Compliance;

/// <summary>A part of a building, by what happens to it.</summary>
public enum DemolitionPart
{
    /// <summary>What goes by choice.</summary>
    Elective = 0,

    /// <summary>What goes and does not count: illegal with decision, dangerous without repair value.</summary>
    Exempt = 1,

    /// <summary>All that goes.</summary>
    Any = 2,

    /// <summary>All but what is exempt.</summary>
    NotExempt = 3,
}
