namespace CityRenewal.Geo.Areas;

/// <summary>A plan (方案): renewal areas with dispositions, made by one run, and how far it can be from the best.</summary>
public sealed record Plan
{
    /// <summary>The areas, in the order of their ids.</summary>
    public required IReadOnlyList<RenewalArea> Areas { get; init; }

    /// <summary>Benefit − λ · perimeter − κ over all areas, minus the price of broken soft limits, m².</summary>
    public required double Objective { get; init; }

    /// <summary>Proven upper bound of the objective for the problem as requested, m².</summary>
    public required double Bound { get; init; }

    /// <summary>
    /// (bound − objective) / (objective − <see cref="ObligatoryBenefit"/>); null where that is not positive (not applicable) or
    /// the bound is not proven.
    /// </summary>
    public required double? Gap { get; init; }

    /// <summary>
    /// Benefit of the parcels that have to be in an area, with those that stay together with them, m²; at least 0. Nothing
    /// is decided about it, so the gap is told of the objective without it.
    /// </summary>
    public double ObligatoryBenefit { get; init; }

    /// <summary>Whether the bound's certificate was checked against the facts and holds.</summary>
    public bool IsBoundProven { get; init; } = true;

    /// <summary>Bound − objective, m²; null where the bound is not proven.</summary>
    public double? AbsoluteGap => IsBoundProven ? Math.Max(0, Bound - Objective) : null;

    /// <summary>What the run was asked for.</summary>
    public required ProposalOptions Options { get; init; }

    /// <summary>Version of the city that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Net area of all parcels of the partition, m²: what the chosen share refers to.</summary>
    public required double CandidateArea { get; init; }

    /// <summary>Soft limits that it breaks, and what each costs; the objective has it taken off.</summary>
    public IReadOnlyList<PricedBreach> PricedBreaches { get; init; } = [];

    /// <summary>Why limits leave no area although the land wants one, or not what is locked in; null where nothing is in conflict.</summary>
    public PlanConflict? Conflict { get; init; }

    /// <summary>The work of the search, as the option --work takes it; the same work makes the same plan again.</summary>
    public string Work { get; init; } = "";

    /// <summary>Whether the search was told to end before its work was done: valid, but more time may find better.</summary>
    public bool IsCutShort { get; init; }

    /// <summary>Land that changed sides against the plan that was begun from, m²; null where none was.</summary>
    public double? ChangedLand { get; init; }

    /// <summary>What a reader must know: missing layers, unknown parts, assumptions; stable order.</summary>
    public required IReadOnlyList<PlanNote> Notes { get; init; }
}

/// <summary>One thing that a reader of a plan must know.</summary>
/// <param name="Code">Stable word, for example missing_layer, unknown_need, assumption.</param>
/// <param name="Text">The sentence in English.</param>
/// <param name="TextChinese">The sentence in Chinese.</param>
public sealed record PlanNote(string Code, string Text, string TextChinese);
