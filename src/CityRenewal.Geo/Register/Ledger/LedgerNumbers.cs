using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Register;

/// <summary>The numbers of an area as its buildings are known.</summary>
/// <param name="Existing">Existing floor area, m².</param>
/// <param name="Elective">Floor area that goes by choice, m².</param>
/// <param name="Ratio">Demolition ratio, exempt demolition out of the numerator alone.</param>
/// <param name="StricterRatio">The same with exempt demolition out of both.</param>
public sealed record LedgerNumbers(FloorAreaSum Existing, FloorAreaSum Elective, Measured Ratio, Measured StricterRatio)
{
    /// <summary>Of some buildings; without dispositions the ratios are unknown.</summary>
    internal static LedgerNumbers Of(IReadOnlyList<StandingBuilding> buildings, bool hasDispositions) => new(
        FloorAreaSum.Of(buildings, _ => 1),
        FloorAreaSum.Of(buildings, building => building.Elective),
        hasDispositions ? DemolitionRatio.Of(buildings, ExemptReading.OutOfNumerator) : Measured.Unknown(AreaReasons.NoDispositions),
        hasDispositions ? DemolitionRatio.Of(buildings, ExemptReading.OutOfBoth) : Measured.Unknown(AreaReasons.NoDispositions));
}
