namespace CityRenewal.Geo.Compliance;

/// <summary>What a verdict was computed from; the sums re-sum from the features, the features are where to look on the map.</summary>
public sealed record Evidence
{
    /// <summary>Nothing to show.</summary>
    public static readonly Evidence None = new();

    /// <summary>Sum above the line, in m² or as a count; null where the rule is not a sum.</summary>
    public double? Numerator { get; init; }

    /// <summary>Sum below the line; null where there is none.</summary>
    public double? Denominator { get; init; }

    /// <summary>Parcels at fault or counted above the line, as rows of the city, ascending.</summary>
    public IReadOnlyList<int> Parcels { get; init; } = [];

    /// <summary>Buildings at fault or counted above the line, as rows of the city, ascending.</summary>
    public IReadOnlyList<int> Buildings { get; init; } = [];

    /// <summary>Parcels that stick into or out of a layer by no more than its tolerance, as rows of the city: listed, not counted.</summary>
    public IReadOnlyList<int> Strips { get; init; } = [];

    /// <summary>Area of those strips, m².</summary>
    public double StripArea { get; init; }

    /// <summary>Other things at fault by name: districts, units, rules.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
