namespace CityRenewal.Geo.Compliance;

/// <summary>One rule of a pack: what is tested, how strictly, and where that is written.</summary>
public sealed record PackRule
{
    /// <summary>Stable name, kebab-case: demolition-ratio, udb-inside, …</summary>
    public required string Id { get; init; }

    /// <summary>What it asks for, in English.</summary>
    public required string Title { get; init; }

    /// <summary>What it asks for, in Chinese.</summary>
    public required string TitleChinese { get; init; }

    /// <summary>Levels at which it is computed.</summary>
    public required IReadOnlyList<RuleScope> Scopes { get; init; }

    /// <summary>How strictly the text binds.</summary>
    public required RuleStrength Strength { get; init; }

    /// <summary>Where it is written.</summary>
    public required Citation Citation { get; init; }

    /// <summary>What is computed and compared.</summary>
    public required RuleTest Test { get; init; }

    /// <summary>Whose consent allows what breaks the rule; null where nobody's does. Turns a fail into "needs approval".</summary>
    public PackAssumption? Consent { get; init; }

    /// <summary>
    /// What one unit too much or too little costs, m² of benefit, for a share or sum that may be broken at a price; null
    /// where no area that fails it is proposed. The unit of a share is that of the sum above its line.
    /// </summary>
    public double? Price { get; init; }

    /// <summary>Whether it is only a part of other rules and no finding of its own: one of several ways to keep another rule.</summary>
    public bool IsPart { get; init; }

    /// <summary>What it takes for granted.</summary>
    public IReadOnlyList<PackAssumption> Assumptions { get; init; } = [];
}
