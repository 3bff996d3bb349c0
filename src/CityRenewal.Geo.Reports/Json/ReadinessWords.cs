using CityRenewal.Geo.Readiness;

namespace CityRenewal.Geo.Reports.Json;

/// <summary>The words for whether data carry a conclusion.</summary>
public static class ReadinessWords
{
    /// <summary>For machines.</summary>
    public static string Wire(Carried carried) => carried switch
    {
        Carried.Yes => "yes",
        Carried.WithReservations => "with_reservations",
        _ => "no",
    };

    /// <summary>For people, in both languages.</summary>
    public static string Label(Carried carried) => carried switch
    {
        Carried.Yes => "可以 can",
        Carried.WithReservations => "有保留 with reservations",
        _ => "不能 cannot",
    };
}
