using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Metrics;

/// <summary>A building of the area under measure.</summary>
/// <param name="Row">Row among the city's buildings.</param>
/// <param name="FloorArea">Existing floor area with its interval, m²; NaN where unknown.</param>
/// <param name="Footprint">Footprint, m².</param>
/// <param name="Disposition">What is proposed; null where nothing is.</param>
/// <param name="Elective">Share of its floor area that goes by choice, in [0, 1].</param>
/// <param name="Exempt">Share of its floor area that goes and does not count (illegal with decision, dangerous without value).</param>
public readonly record struct StandingBuilding(
    int Row, FloorArea FloorArea, double Footprint, Disposition? Disposition, double Elective, double Exempt)
{
    /// <summary>Share of its floor area that stays.</summary>
    public double Staying => 1 - Elective - Exempt;

    /// <summary>Whether the floor area is known.</summary>
    public bool IsKnown => !double.IsNaN(FloorArea.Value);
}
