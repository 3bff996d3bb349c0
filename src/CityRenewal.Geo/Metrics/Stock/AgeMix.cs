using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Metrics;

/// <summary>Age mix (房龄结构): share of an area's buildings in each age class, by floor area and by count; unknown is a class of its own.</summary>
public static class AgeMix
{
    /// <summary>Share of the known floor area.</summary>
    public static Measured ByFloorArea(AreaStock stock, AgeClass age) => stock.ReferenceYear is { } year
        ? StockShare.ByFloorArea(stock, building => ClassOf(stock.City.Buildings.YearBuilt[building], year) == age)
        : Measured.Unknown(AreaReasons.NoYear);

    /// <summary>Share of the buildings.</summary>
    public static Measured ByCount(AreaStock stock, AgeClass age) => stock.ReferenceYear is { } year
        ? StockShare.ByCount(stock, building => ClassOf(stock.City.Buildings.YearBuilt[building], year) == age)
        : Measured.Unknown(AreaReasons.NoYear);

    internal static AgeClass ClassOf(int yearBuilt, int year) => yearBuilt == Unknown.Integer
        ? AgeClass.Unknown
        : (year - yearBuilt) switch
        {
            < 20 => AgeClass.Under20,
            < 30 => AgeClass.From20To29,
            < 50 => AgeClass.From30To49,
            _ => AgeClass.From50,
        };
}
