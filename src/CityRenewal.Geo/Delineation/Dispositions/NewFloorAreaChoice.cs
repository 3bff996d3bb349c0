using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// How much new floor area a plan proposes under a rule pack: as little as the text asks for. Nothing where nothing is
/// demolished by choice (new against demolished would have no denominator), and never more than what goes, so that neither
/// the ratio of new to demolished floor area nor today's intensity is exceeded at any end of the intervals.
/// </summary>
internal static class NewFloorAreaChoice
{
    /// <summary>New floor area, m²; null where the detailed plan does not tell what may be built.</summary>
    /// <param name="stock">The area.</param>
    /// <param name="perDemolished">The most new floor area for each m² that goes by choice; 1 never builds more than what goes.</param>
    public static double? Of(AreaStock stock, double perDemolished = NewPerDemolished.Unruled)
    {
        if (stock.Elective.Low <= 0)
        {
            return 0;
        }

        var allowed = NewFloorArea.Of(stock);
        return allowed.Low is { } least ? Math.Min(Math.Max(0, least), perDemolished * stock.Elective.Low) : null;
    }
}
