using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>A finding (核对发现): one rule on one area or project, never only yes or no.</summary>
public sealed record Finding
{
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

    /// <summary>The verdict; null where the rule is not applicable.</summary>
    public Verdict? Verdict => Judgement.Verdict;

    /// <summary>The verdict in the words of the rule's strength, in English.</summary>
    public string Wording => FindingWording.English(this);

    /// <summary>The verdict in the words of the rule's strength, in Chinese.</summary>
    public string WordingChinese => FindingWording.Chinese(this);
}
