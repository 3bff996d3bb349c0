namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Floor-area ratio (容积率): floor area / land. Gross over the outline with its inner streets, net over the parcels. After
/// renewal it is what stays plus what is newly built. Source: 建科〔2021〕63号 asks that existing density and intensity are not
/// exceeded. Pitfall: say which land; gross and net differ by a third.
/// </summary>
public static class FloorAreaRatio
{
    /// <summary>Today, over the outline.</summary>
    public static Measured Gross(AreaStock stock) => stock.Existing.Over(stock.Outline.Area, OutlineRatio.NoArea);

    /// <summary>Today, over the parcels.</summary>
    public static Measured Net(AreaStock stock) => stock.Existing.Over(stock.NetArea, OutlineRatio.NoArea);

    /// <summary>After renewal, over the outline.</summary>
    public static Measured GrossAfter(AreaStock stock)
    {
        if (!stock.HasDispositions)
        {
            return Measured.Unknown(AreaReasons.NoDispositions);
        }

        var added = NewFloorArea.Of(stock);
        if (added.Value is not { } value)
        {
            return added;
        }

        var stays = stock.Staying;
        return new FloorAreaSum(
            stays.Value + value, stays.Low + added.Low!.Value, stays.High + added.High!.Value, stays.Known + 1, stays.Unknown)
            .Over(stock.Outline.Area, OutlineRatio.NoArea);
    }
}
