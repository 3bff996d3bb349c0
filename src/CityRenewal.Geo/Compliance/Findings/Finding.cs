using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>A finding (核对发现): one rule on one area or project, never only yes or no.</summary>
public sealed record Finding
{
    private readonly Lazy<IReadOnlyList<FindingSource>>? _sources;

    /// <summary>The area, by its id.</summary>
    public required string Area { get; init; }

    /// <summary>The project inside the area; null for the area itself.</summary>
    public string? Project { get; init; }

    /// <summary>The rule.</summary>
    public required PackRule Rule { get; init; }

    /// <summary>What was found.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>Everything the verdict takes for granted; with any, a pass is never a plain pass.</summary>
    public required IReadOnlyList<PackAssumption> Assumptions { get; init; }

    /// <summary>The layers that it was read off, with their versions and the features at fault; found when first asked for.</summary>
    public IReadOnlyList<FindingSource> Sources => _sources?.Value ?? [];

    /// <summary>How the sources are found when somebody asks for them.</summary>
    internal Func<IReadOnlyList<FindingSource>> SourcesOf
    {
        init => _sources = new Lazy<IReadOnlyList<FindingSource>>(value);
    }

    /// <summary>The verdict; null where the rule is not applicable.</summary>
    public Verdict? Verdict => Judgement.Verdict;

    /// <summary>Unit of what was measured and of the limit; null where the rule has neither.</summary>
    public RuleUnit? Unit => Judgement.Measured.Value is null && Judgement.Limit is null ? Rule.Test.LimitUnit : Judgement.Unit;

    /// <summary>Why there is no verdict, or what it lacks; null where nothing is missing.</summary>
    public Metrics.WhyNot? WhyNot => Judgement.WhyNot ?? Judgement.Measured.WhyNot;

    /// <summary>Whether a reader must look at it: it is applicable and does not pass.</summary>
    public bool IsOpen => Verdict is not (null or Compliance.Verdict.Pass);

    /// <summary>The verdict in the words of the rule's strength, in English.</summary>
    public string Wording => FindingWording.English(this);

    /// <summary>The verdict in the words of the rule's strength, in Chinese.</summary>
    public string WordingChinese => FindingWording.Chinese(this);
}
