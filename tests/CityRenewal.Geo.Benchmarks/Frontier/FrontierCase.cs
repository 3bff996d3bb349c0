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
    private const double Smallest = 30_000;

    /// <summary>Whether the town is a real data set.</summary>
    public bool IsReal { get; private init; }

    /// <summary>How large areas are beside those of the frozen set: smaller in towns that are solved exactly, so that they have several.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The cases of a sample city.</summary>
    public static IEnumerable<FrontierCase> OfSample(int seed) =>
        from units in Enum.GetValues<FrontierUnits>()
        from each in Of($"seed {seed}", units, isReal: false)
        select each;

    /// <summary>The cases of a real data set, divided as it is delivered.</summary>
    public static IEnumerable<FrontierCase> OfReal(string name) => Of(name, FrontierUnits.Units, isReal: true);

    /// <summary>
    /// What is asked for. The real sets have a few hundred parcels and, without ages and uses, no rules: their areas are small, of
    /// hardly differing sizes, and little land may be chosen, so that limits bind there as well.
    /// </summary>
    /// <param name="land">Net land of the town, m².</param>
    /// <param name="parcels">Its parcels.</param>
    public ProposalOptions OptionsFor(double land, int parcels)
    {
        var least = IsReal ? Math.Min(Smallest, 6 * land / parcels) : Scale * Smallest;
        var most = (IsReal, IsTight) switch { (true, true) => 1.3, (true, false) => 1.8, (false, true) => 8.0 / 3, _ => 4 };
        return new ProposalOptions
        {
            Lambda = Lambda,
            MinimumArea = least,
            MaximumArea = least * most,
            ReferenceYear = FrontierTown.Year,
            Limits = new PlanLimits
            {
                LandBudget = IsTight ? new PricedLimit((IsReal ? 0.03 : 0.08) * land) : null,
                UncrossedDivisions = Units == FrontierUnits.None ? [] : PlanLimits.None.UncrossedDivisions,
            },
        };
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Town}, {Units.ToString().ToLowerInvariant()}, {(IsTight ? "tight" : "slack")}, λ {Lambda}");

    private static IEnumerable<FrontierCase> Of(string town, FrontierUnits units, bool isReal) =>
        from isTight in new[] { false, true }
        from lambda in new[] { 0.5, 1.5, 3 }
        select new FrontierCase(town, lambda, units, isTight) { IsReal = isReal };
}
