namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Many valid plans for one need (方案集合), drawn so that a submitted plan can be placed among them: how its worth, land, outline,
/// compactness and demolition compare with what else would have kept every hard limit.
/// </summary>
public sealed record Ensemble
{
    /// <summary>Value, land, outline, compactness and demolition.</summary>
    public required IReadOnlyList<EnsembleNumber> Numbers { get; init; }

    /// <summary>Plans drawn that keep every hard limit.</summary>
    public required int Plans { get; init; }

    /// <summary>Plans drawn that broke a limit over the plan or the distance between areas and do not count.</summary>
    public required int LeftOut { get; init; }

    /// <summary>
    /// Plans drawn that do not count because areas in them broke a rule that is no sum, split a set, enclosed too much land or left
    /// too small a remainder: in the unit where most did.
    /// </summary>
    public int LeftOutByChecks { get; init; }

    /// <summary>Chains that drew them.</summary>
    public required int Chains { get; init; }

    /// <summary>Temperature of the chains, m² of benefit: a plan that is worth so much less is drawn e times more rarely.</summary>
    public required double Temperature { get; init; }

    /// <summary>Share of the proposed steps that were taken, in [0, 1].</summary>
    public required double AcceptanceRate { get; init; }

    /// <summary>What the best plan found is worth in the same units, m².</summary>
    public required double Best { get; init; }

    /// <summary>Planning units that the numbers are of: those that the submitted plan lies in, else all that have an area.</summary>
    public required int Units { get; init; }

    /// <summary>Land of submitted parcels that may be in no area under this request and is left aside, m².</summary>
    public double SubmittedOutside { get; init; }

    /// <summary>Share of the plans that have each parcel of the city in an area, in [0, 1].</summary>
    public required IReadOnlyList<double> Frequency { get; init; }

    /// <summary>Whether the chains agree on every number; where they do not, no percentile may be quoted.</summary>
    public bool HasMixed => Numbers.All(number => number.HasMixed);
}
