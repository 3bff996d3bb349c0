namespace CityRenewal.Geo.Delineation;

/// <summary>A requirement that an area breaks.</summary>
/// <param name="Check">Stable word of the check: contiguity, area_limits, udb, barrier, unit, lock, building_cut, protected, elective_share, overlap, or a limit of the request.</param>
/// <param name="Text">What was found, in English.</param>
/// <param name="TextChinese">The same in Chinese.</param>
public sealed record AreaBreach(string Check, string Text, string TextChinese)
{
    /// <summary>What breaking it costs, m² of benefit; null where the requirement is hard and the area is withheld.</summary>
    public double? Price { get; init; }
}
