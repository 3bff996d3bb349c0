using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>A plan as its file has it: by ids, before it meets its city again.</summary>
public sealed record StoredPlan
{
    /// <summary>Ids of the areas with those of their parcels, in the order of the file.</summary>
    public required IReadOnlyList<(string Id, IReadOnlyList<string> Parcels)> Areas { get; init; }

    /// <summary>What is proposed, by building id.</summary>
    public required IReadOnlyList<(string Building, Disposition Disposition, DemolitionKind Demolition, string Reason)> Dispositions { get; init; }

    /// <summary>What the run was asked for.</summary>
    public required ProposalOptions Options { get; init; }

    /// <summary>Proven upper bound of the objective, m²; null where the file states none.</summary>
    public required double? Bound { get; init; }

    /// <summary>Benefit of what had to be in areas when the bound was proven, m².</summary>
    public double ObligatoryBenefit { get; init; }

    /// <summary>Version of the city that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>How much work the search did, as its record has it; empty where it has none.</summary>
    public string Work { get; init; } = "";

    /// <summary>Id of the rule pack that it was made under; null where none.</summary>
    public required string? RulePack { get; init; }

    /// <summary>Hash of that pack; null where there is none.</summary>
    public required string? RulePackHash { get; init; }

    /// <summary>The numbers of that pack, by name.</summary>
    public required IReadOnlyDictionary<string, double> RuleNumbers { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }

    /// <summary>The edits that made it what it is.</summary>
    public required IReadOnlyList<AppliedEdit> Edits { get; init; }

    /// <summary>The limits file that the request's own rules stand in; empty where it had none.</summary>
    public string RequestRules { get; init; } = "";
}
