namespace CityRenewal.Geo.Comparison;

/// <summary>An area of one version of a plan or of a set of boundaries.</summary>
/// <param name="Id">Its id; areas are matched by their land, never by it.</param>
/// <param name="Land">Its land, by parcel ascending, each parcel once.</param>
public sealed record ComparedArea(string Id, IReadOnlyList<LandShare> Land)
{
    /// <summary>Its numbers by wire name; null where unknown.</summary>
    public IReadOnlyList<KeyValuePair<string, double?>> Numbers { get; init; } = [];

    /// <summary>What every rule says of it.</summary>
    public IReadOnlyList<AreaVerdict> Verdicts { get; init; } = [];

    /// <summary>Its land, m².</summary>
    public double AreaM2 { get; } = Land.Sum(share => share.AreaM2);
}
