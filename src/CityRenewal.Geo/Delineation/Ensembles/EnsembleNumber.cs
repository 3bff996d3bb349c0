namespace CityRenewal.Geo.Delineation;

/// <summary>One number of the plans of an ensemble, how it is spread, and where a submitted plan stands.</summary>
/// <param name="Name">Its name on the wire, with its unit.</param>
/// <param name="Values">The value of every plan, chain after chain, each in the order drawn.</param>
public sealed record EnsembleNumber(string Name, IReadOnlyList<double> Values)
{
    /// <summary>Its name in English and Chinese, for people.</summary>
    public required string Title { get; init; }

    /// <summary>Disagreement of the chains: 1 where they tell the same; null where the number never varies.</summary>
    public double? RHat { get; init; }

    /// <summary>Independent plans that these are worth; null where the number never varies.</summary>
    public double? EffectiveSize { get; init; }

    /// <summary>The number of the submitted plan; null where none was submitted.</summary>
    public double? Submitted { get; init; }

    /// <summary>Share of the plans that have less than the submitted one, those that have the same counted half; in [0, 1].</summary>
    public double? Percentile { get; init; }

    /// <summary>Mean over the plans.</summary>
    public double Mean => Values.Average();

    /// <summary>The value that a share of the plans does not exceed.</summary>
    /// <param name="share">In [0, 1].</param>
    public double Quantile(double share)
    {
        var sorted = Values.Order().ToList();
        return sorted[(int)Math.Clamp(Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>Whether the chains agree well enough on this number for a percentile to mean something.</summary>
    public bool HasMixed => RHat is null || (RHat <= MostRHat && EffectiveSize >= LeastEffectiveSize);

    /// <summary>Above this R-hat the chains have not mixed.</summary>
    public const double MostRHat = 1.05;

    /// <summary>Below so many independent plans a percentile says little.</summary>
    public const double LeastEffectiveSize = 100;
}
