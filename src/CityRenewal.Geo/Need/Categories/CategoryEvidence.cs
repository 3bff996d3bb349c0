namespace CityRenewal.Geo.Need;

/// <summary>Why an area carries a label: one group of signs, measured over the parcels of the area of which all of them hold.</summary>
/// <param name="Share">Share of the area's net area that these parcels have, in (0, 1].</param>
/// <param name="Findings">What was measured, in the order of the signs.</param>
public sealed record CategoryEvidence(double Share, IReadOnlyList<SignFinding> Findings)
{
    /// <summary>The evidence in words.</summary>
    public string Words => string.Join("; ", Findings.Select(finding => finding.Words));

    /// <summary>The evidence in Chinese.</summary>
    public string Chinese => string.Join("；", Findings.Select(finding => finding.Chinese));
}
