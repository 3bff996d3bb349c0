namespace CityRenewal.Geo.Compliance;

/// <summary>What a rule is computed over. Ratios are computed at both levels; no slack is borrowed between them.</summary>
public enum RuleScope
{
    /// <summary>A renewal area (更新片区).</summary>
    Area = 0,

    /// <summary>A project (更新项目) inside an area.</summary>
    Project = 1,
}
