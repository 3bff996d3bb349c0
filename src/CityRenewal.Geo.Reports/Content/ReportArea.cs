using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>One area or boundary with everything that a report says of it.</summary>
public sealed record ReportArea
{
    /// <summary>The area: of a boundary only its land is known, nothing is proposed in it.</summary>
    public required RenewalArea Area { get; init; }

    /// <summary>What stands on it.</summary>
    public required AreaStock Stock { get; init; }

    /// <summary>Its measures.</summary>
    public required AreaMeasures Measures { get; init; }

    /// <summary>Every rule, in the order of the pack.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Why it is proposed; null where no rule pack tells, or nobody proposed it.</summary>
    public AreaProfile? Profile { get; init; }

    /// <summary>Id of the planning unit that it lies in; empty where there is none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Its id.</summary>
    public string Id => Area.Id;

    /// <summary>Whether anything is proposed for its buildings.</summary>
    public bool HasDispositions => Stock.HasDispositions;

    /// <summary>How many findings have a verdict; null counts what is not applicable.</summary>
    public int CountOf(Verdict? verdict) => Findings.Count(finding => finding.Verdict == verdict);
}
