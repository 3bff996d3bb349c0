namespace CityRenewal.Geo.Areas;

/// <summary>A plan (方案): renewal areas with dispositions, made by one run, and how far it can be from the best.</summary>
public sealed record Plan
{
    /// <summary>The areas, in the order of their ids.</summary>
    public required IReadOnlyList<RenewalArea> Areas { get; init; }

    /// <summary>Benefit minus λ · perimeter over all areas, m².</summary>
    public required double Objective { get; init; }

    /// <summary>Proven upper bound of the objective for the problem as requested, m².</summary>
    public required double Bound { get; init; }

    /// <summary>(bound − objective) / |objective|; null where the objective is not positive: not applicable.</summary>
    public required double? Gap { get; init; }

    /// <summary>What the run was asked for.</summary>
    public required ProposalOptions Options { get; init; }

    /// <summary>Version of the city that it was made from.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Net area of all parcels of the partition, m²: what the chosen share refers to.</summary>
    public required double CandidateArea { get; init; }

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
