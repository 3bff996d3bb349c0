namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Change of floor area by renewal (建筑面积增减), m²: newly built minus all that goes, exempt or not. Buildings that stay are
/// on both sides and cancel, so that their uncertain floor area does not blur whether today's intensity is exceeded
/// (建科〔2021〕63号: 不突破原有密度强度). Below 0 the area loses floor area.
/// </summary>
public static class FloorAreaChange
{
    /// <summary>The change; open below where the floor area of something that goes is unknown.</summary>
    public static Measured Of(AreaStock stock)
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

        var gone = FloorAreaSum.Of(stock.Buildings, building => building.Elective + building.Exempt);
        var most = added.High!.Value - gone.Low;
        return gone.Unknown > 0
            ? Measured.AtMost(value - gone.Value, most)
            : Measured.Between(added.Low!.Value - gone.High, value - gone.Value, most);
    }
}
