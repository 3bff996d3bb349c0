using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Danger mix (危房结构): share of an area's buildings in each grade of JGJ 125-2016, by floor area and by count; not
/// appraised is a class of its own.
/// </summary>
public static class DangerMix
{
    /// <summary>Share of the known floor area.</summary>
    public static Measured ByFloorArea(AreaStock stock, DangerGrade grade) =>
        StockShare.ByFloorArea(stock, building => stock.City.Buildings.DangerGrades[building] == grade);

    /// <summary>Share of the buildings.</summary>
    public static Measured ByCount(AreaStock stock, DangerGrade grade) =>
        StockShare.ByCount(stock, building => stock.City.Buildings.DangerGrades[building] == grade);
}
