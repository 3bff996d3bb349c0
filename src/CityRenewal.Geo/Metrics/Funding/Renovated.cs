using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// What is renovated: floor area in m² and buildings. Source: the factors by which renewal money is allotted in Chongqing
/// (渝建人大复函〔2022〕15号): area, households, buildings, people benefiting, and a fiscal coefficient that the user enters.
/// </summary>
public static class Renovated
{
    /// <summary>Floor area of renovated buildings that stays.</summary>
    public static Measured FloorArea(AreaStock stock) => stock.HasDispositions
        ? FloorAreaSum.Of(stock.Buildings, building => IsRenovated(building) ? building.Staying : 0).ToMeasured()
        : Measured.Unknown(AreaReasons.NoDispositions);

    /// <summary>Renovated buildings.</summary>
    public static Measured Buildings(AreaStock stock) => stock.HasDispositions
        ? Measured.Exactly(stock.Buildings.Count(IsRenovated))
        : Measured.Unknown(AreaReasons.NoDispositions);

    private static bool IsRenovated(StandingBuilding building) => building.Disposition == Disposition.Renovate;
}
