namespace CityRenewal.Geo.Defects;

/// <summary>What the checks take as possible.</summary>
/// <param name="LatestYear">The last year that a building can have been completed in: one after the city's baseline year.</param>
public sealed record DefectOptions(int LatestYear)
{
    /// <summary>Without a baseline year, only years that no plan reaches are impossible.</summary>
    public static readonly DefectOptions WithoutBaseline = new(2100);

    /// <summary>Counts from the city's baseline year.</summary>
    public static DefectOptions For(int? baselineYear) =>
        baselineYear is { } year ? new DefectOptions(year + 1) : WithoutBaseline;
}
