namespace CityRenewal.Geo.Metrics;

/// <summary>Floor area that is demolished, m²: by choice, or exempt from the ratio (illegal with decision, dangerous without value).</summary>
public static class DemolishedFloorArea
{
    /// <summary>Demolished by choice.</summary>
    public static Measured Elective(AreaStock stock) => Sum(stock, stock.Elective);

    /// <summary>Demolished without counting.</summary>
    public static Measured Exempt(AreaStock stock) => Sum(stock, stock.Exempt);

    private static Measured Sum(AreaStock stock, FloorAreaSum gone) => !stock.HasDispositions
        ? Measured.Unknown(AreaReasons.NoDispositions)
        : gone.Known == 0 && gone.Unknown > 0 ? Measured.Unknown(AreaReasons.DemolishedUnknown) : gone.ToMeasured();
}
