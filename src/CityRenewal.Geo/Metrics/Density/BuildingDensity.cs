namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Building density (建筑密度): footprints / area of the outline, from 0 up; above 1 only where footprints lie upon each
/// other. After renewal it is known only where nothing new is built: the footprint of new buildings is not.
/// </summary>
public static class BuildingDensity
{
    private static readonly WhyNot NewFootprints = new(
        "new_footprints_unknown", "New buildings are expected, and nothing says how much land they cover.",
        "将有新建建筑，其占地面积未知。");

    /// <summary>Today.</summary>
    public static Measured Today(AreaStock stock) => Over(stock, building => building.Footprint);

    /// <summary>After renewal: buildings that go as a whole take their footprint with them.</summary>
    public static Measured After(AreaStock stock)
    {
        if (!stock.HasDispositions)
        {
            return Measured.Unknown(AreaReasons.NoDispositions);
        }

        var added = NewFloorArea.Of(stock);
        return added.Value is 0
            ? Over(stock, building => building.Staying > 0 ? building.Footprint : 0)
            : added.Value is null ? added : Measured.Unknown(NewFootprints);
    }

    private static Measured Over(AreaStock stock, Func<StandingBuilding, double> footprint) => stock.Outline.HasArea
        ? Measured.Exactly(stock.Buildings.Sum(footprint) / stock.Outline.Area)
        : Measured.NotApplicable(OutlineRatio.NoArea);
}
