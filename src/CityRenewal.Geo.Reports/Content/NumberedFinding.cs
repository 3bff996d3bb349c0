using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Reports.Text;

namespace CityRenewal.Geo.Reports.Content;

/// <summary>A finding with the number that the tables and the map of its area give it.</summary>
/// <param name="Number">From 1, what must be looked at first.</param>
/// <param name="Finding">The finding.</param>
/// <param name="HasPlace">Whether the map of its area marks where it was made.</param>
public sealed record NumberedFinding(int Number, Finding Finding, bool HasPlace)
{
    /// <summary>The findings of an area, worst first, then in the order of the pack.</summary>
    public static IReadOnlyList<NumberedFinding> Of(ReportArea area, Disclosure disclosure) =>
    [
        .. FindingGroup.Of(area.Findings).SelectMany(group => group.Findings)
            .Select((finding, i) => new NumberedFinding(i + 1, finding, !disclosure.IsPublic && IsPlaced(finding))),
    ];

    // What evidence is missing for has no place of its own.
    private static bool IsPlaced(Finding finding) =>
        finding.IsOpen && finding.Verdict != Verdict.Unknown
        && finding.Judgement.Evidence is { Buildings.Count: > 0 } or { Parcels.Count: > 0 };
}
