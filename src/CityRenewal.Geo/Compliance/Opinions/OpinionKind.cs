namespace CityRenewal.Geo.Compliance;

/// <summary>What an entry in the record of opinions is.</summary>
public enum OpinionKind
{
    /// <summary>An opinion on a finding (意见).</summary>
    Opinion = 0,

    /// <summary>An opinion in the place of an earlier one, which stays (更正).</summary>
    Correction = 1,

    /// <summary>The planner's answer to an opinion (答复).</summary>
    Answer = 2,
}
