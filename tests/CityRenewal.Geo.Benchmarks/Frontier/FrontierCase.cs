namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>One case of the frozen set.</summary>
/// <param name="Seed">Seed of the sample city.</param>
/// <param name="Lambda">Price of a metre of outline, m² of benefit.</param>
/// <param name="Units">How the town is divided.</param>
/// <param name="IsTight">Whether a rule pack binds and areas have 3-12 ha instead of 3-40 ha.</param>
internal sealed record FrontierCase(int Seed, double Lambda, FrontierUnits Units, bool IsTight)
{
    /// <summary>The frozen set.</summary>
    public static IEnumerable<FrontierCase> All =>
        from seed in new[] { 7, 11, 23 }
        from units in Enum.GetValues<FrontierUnits>()
        from isTight in new[] { false, true }
        from lambda in new[] { 0.5, 1.5, 3 }
        select new FrontierCase(seed, lambda, units, isTight);
}
