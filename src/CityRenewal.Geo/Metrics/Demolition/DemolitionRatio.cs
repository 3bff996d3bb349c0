namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Demolition ratio (拆除比例): floor area demolished by choice / existing total floor area, in [0, 1]. Source:
/// 建科〔2021〕63号, first bottom line (in principle ≤ 20 % of 现状总建筑面积 of an area or project). Each floor area carries
/// the interval of its origin, and the ratio's ends put numerator and the rest at opposite ends. Pitfall: by floor area,
/// never by footprint, count or land.
/// </summary>
public static class DemolitionRatio
{
    /// <summary>The ratio in one of the two readings; without existing floor area it is not applicable.</summary>
    public static Measured Of(AreaStock stock, ExemptReading reading)
    {
        if (!stock.HasDispositions)
        {
            return Measured.Unknown(AreaReasons.NoDispositions);
        }

        if (stock.Buildings.Count == 0)
        {
            return Measured.NotApplicable(AreaReasons.NoBuildings);
        }

        if (stock.Elective.Unknown > 0)
        {
            return Measured.Unknown(AreaReasons.DemolishedUnknown);
        }

        return Of(stock.Elective, RestOf(stock.Buildings, reading));
    }

    /// <summary>The ratio of any buildings of which it is known what goes: those of several projects, or as they stood before renewal.</summary>
    public static Measured Of(IReadOnlyList<StandingBuilding> buildings, ExemptReading reading)
    {
        if (buildings.Count == 0)
        {
            return Measured.NotApplicable(AreaReasons.NoBuildings);
        }

        var elective = FloorAreaSum.Of(buildings, building => building.Elective);
        return elective.Unknown > 0 ? Measured.Unknown(AreaReasons.DemolishedUnknown) : Of(elective, RestOf(buildings, reading));
    }

    private static FloorAreaSum RestOf(IReadOnlyList<StandingBuilding> buildings, ExemptReading reading) => FloorAreaSum.Of(
        buildings, building => reading == ExemptReading.OutOfBoth ? building.Staying : 1 - building.Elective);

    private static Measured Of(FloorAreaSum gone, FloorAreaSum rest)
    {
        if (gone.Value + rest.Value <= 0)
        {
            return rest.Unknown > 0
                ? Measured.Unknown(AreaReasons.NoFloorArea)
                : Measured.NotApplicable(AreaReasons.NoBuildings);
        }

        // What is missing below can only make the ratio smaller.
        var low = rest.Unknown > 0 ? 0 : Share(gone.Low, rest.High);
        return Measured.Between(low, Share(gone.Value, rest.Value), Share(gone.High, rest.Low));
    }

    private static double Share(double gone, double rest) => gone + rest > 0 ? gone / (gone + rest) : 0;
}
