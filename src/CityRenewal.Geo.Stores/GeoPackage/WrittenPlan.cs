using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Reasons;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>A plan as its file keeps it.</summary>
public sealed record WrittenPlan
{
    /// <summary>Its areas by name.</summary>
    public required IReadOnlyList<AreaMembers> Areas { get; init; }

    /// <summary>What it was asked for.</summary>
    public required ProposalOptions Options { get; init; }

    /// <summary>Version of the city that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Id of the rule pack that it was made under; null where none.</summary>
    public required string? RulePack { get; init; }

    /// <summary>Hash of the pack's text; empty without a pack.</summary>
    public required string RulePackHash { get; init; }

    /// <summary>The numbers of the pack as they were in force, by name; empty without a pack.</summary>
    public required IReadOnlyDictionary<string, string> PackParameters { get; init; }

    /// <summary>The limits file that the request's own rules stand in; empty where it had none.</summary>
    public string RequestRules { get; init; } = "";
}
