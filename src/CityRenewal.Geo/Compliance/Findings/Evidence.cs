namespace CityRenewal.Geo.Compliance;

/// <summary>What a verdict was computed from; the sums re-sum from the features, the features are where to look on the map.</summary>
public sealed record Evidence
{
    private readonly Lazy<IReadOnlyList<EvidencePart>>? _parts;

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

    /// <summary>Parcels that stick into or out of a layer by no more than its tolerance: listed, not counted; by row.</summary>
    public IReadOnlyList<Encroachment> Strips { get; init; } = [];

    /// <summary>Area of those strips, m².</summary>
    public double StripArea => Strips.Sum(strip => strip.AreaM2);

    /// <summary>What the measured value may be off by for the layers' accuracy alone, metres; null where that does not enter.</summary>
    public double? Tolerance { get; init; }

    /// <summary>
    /// What every feature gave: the parts above the line sum to <see cref="Numerator"/>, those below to
    /// <see cref="Denominator"/>. Read anew when first asked for; empty where the rule is no sum.
    /// </summary>
    public IReadOnlyList<EvidencePart> Parts => _parts?.Value ?? [];

    /// <summary>
    /// The same where things are no rows of the present layers, as buildings that stood at a baseline: those above the line sum to
    /// <see cref="Numerator"/>, all to <see cref="Denominator"/>; empty elsewhere.
    /// </summary>
    public IReadOnlyList<NamedPart> NamedParts { get; init; } = [];

    /// <summary>How the parts are read when somebody asks for them.</summary>
    internal Func<IReadOnlyList<EvidencePart>> PartsOf
    {
        init => _parts = new Lazy<IReadOnlyList<EvidencePart>>(value);
    }

    /// <summary>Other things at fault by name: districts, units, rules.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}
