namespace CityRenewal.Geo.Metrics;

/// <summary>Shares of an area's buildings in one class, by floor area or by count.</summary>
internal static class StockShare
{
    /// <summary>Share of the known floor area; the interval puts the class and the rest at opposite ends of theirs.</summary>
    public static Measured ByFloorArea(AreaStock stock, Func<int, bool> isInClass)
    {
        if (stock.Buildings.Count == 0)
        {
            return Measured.NotApplicable(AreaReasons.NoBuildings);
        }

        var inside = FloorAreaSum.Of(stock.Buildings, building => isInClass(building.Row) ? 1 : 0);
        var outside = FloorAreaSum.Of(stock.Buildings, building => isInClass(building.Row) ? 0 : 1);
        return inside.Value + outside.Value > 0
            ? Measured.Between(
                inside.Low / (inside.Low + outside.High),
                inside.Value / (inside.Value + outside.Value),
                inside.High / (inside.High + outside.Low))
            : Measured.Unknown(AreaReasons.NoFloorArea);
    }

    /// <summary>Share of the buildings.</summary>
    public static Measured ByCount(AreaStock stock, Func<int, bool> isInClass) => stock.Buildings.Count == 0
        ? Measured.NotApplicable(AreaReasons.NoBuildings)
        : Measured.Exactly((double)stock.Buildings.Count(building => isInClass(building.Row)) / stock.Buildings.Count);
}
