namespace CityRenewal.Geo.Metrics;

/// <summary>
/// New floor area against demolished (拆建比): new / demolished by choice, from 0 up. Source: 建科〔2021〕63号, second bottom
/// line (in principle ≤ 2). Exempt demolition is in neither side. Nothing demolished: not applicable, never 0 and never a
/// pass. Pitfall: in the reading TotalAfter an area that keeps 80 % cannot be below 4.
/// </summary>
public static class NewToDemolishedRatio
{
    /// <summary>The ratio in one of the two readings.</summary>
    public static Measured Of(AreaStock stock, NewFloorAreaReading reading)
    {
        if (!stock.HasDispositions)
        {
            return Measured.Unknown(AreaReasons.NoDispositions);
        }

        var gone = stock.Elective;
        if (gone.Unknown > 0)
        {
            return Measured.Unknown(AreaReasons.DemolishedUnknown);
        }

        if (gone.Low <= 0)
        {
            return Measured.NotApplicable(AreaReasons.NothingDemolished);
        }

        var added = NewFloorArea.Of(stock);
        if (added.Value is not { } value)
        {
            return added;
        }

        var stays = reading == NewFloorAreaReading.TotalAfter ? stock.Staying : default;
        return stays.Unknown > 0
            ? Measured.Unknown(AreaReasons.NoFloorArea)
            : Measured.Between(
                (added.Low!.Value + stays.Low) / gone.High,
                (value + stays.Value) / gone.Value,
                (added.High!.Value + stays.High) / gone.Low);
    }
}
