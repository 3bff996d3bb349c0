namespace CityRenewal.Geo.Metrics;

/// <summary>People per hectare of the outline (人口密度), inner streets included: the first of the compact-city group (紧凑城市).</summary>
public static class PeopleDensity
{
    private const double SquareMetresPerHectare = 10_000;

    /// <summary>People per hectare.</summary>
    public static Measured Of(AreaStock stock)
    {
        var people = Headcount.People(stock);
        if (!stock.Outline.HasArea)
        {
            return Measured.NotApplicable(OutlineRatio.NoArea);
        }

        var hectares = stock.Outline.Area / SquareMetresPerHectare;
        return people with { Value = people.Value / hectares, Low = people.Low / hectares, High = people.High / hectares };
    }
}
