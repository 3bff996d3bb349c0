using System.Globalization;
using CityRenewal.Geo.Areas;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>One case of the frozen set.</summary>
/// <param name="Town">The sample city by its seed, or the real data set by its name.</param>
/// <param name="Lambda">Price of a metre of outline, m² of benefit.</param>
/// <param name="Units">How the town is divided.</param>
/// <param name="IsTight">Whether limits are tight: see <see cref="FrontierRules"/> and <see cref="OptionsFor"/>.</param>
internal sealed record FrontierCase(string Town, double Lambda, FrontierUnits Units, bool IsTight)
{
    private const double LeastLot = 1_000;

    /// <summary>The cases of a sample city.</summary>
    public static IEnumerable<FrontierCase> OfSample(int seed) =>
        from units in Enum.GetValues<FrontierUnits>()
        from each in Of($"seed {seed}", units)
        select each;

    /// <summary>The cases of a real data set, divided as it is delivered.</summary>
    public static IEnumerable<FrontierCase> OfReal(string name) => Of(name, FrontierUnits.Units);

    /// <summary>What is asked for: sizes and land of all areas as shares of the town, so that a small town has limits that bind as well.</summary>
    /// <param name="land">Net land of the town, m².</param>
    /// <param name="parcels">Its parcels.</param>
    public ProposalOptions OptionsFor(double land, int parcels)
    {
        // A lot of the sample cities has about 1,000 m²; real sets have smaller and larger ones.
        var scale = Math.Min(1, land / parcels / LeastLot * Math.Min(1, parcels / 2_000.0));
        var options = new ProposalOptions
        {
            Lambda = Lambda,
            MinimumArea = 30_000 * scale,
            MaximumArea = (IsTight ? 80_000 : 120_000) * scale,
            ReferenceYear = FrontierTown.Year,
        };
        return options with
        {
            Limits = new PlanLimits
            {
                LandBudget = IsTight ? new PricedLimit(0.08 * land) : null,
                UncrossedDivisions = Units == FrontierUnits.None ? [] : options.Limits.UncrossedDivisions,
            },
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Town}, {Units.ToString().ToLowerInvariant()}, {(IsTight ? "tight" : "slack")}, λ {Lambda}");

    private static IEnumerable<FrontierCase> Of(string town, FrontierUnits units) =>
        from isTight in new[] { false, true }
        from lambda in new[] { 0.5, 1.5, 3 }
        select new FrontierCase(town, lambda, units, isTight);
}
