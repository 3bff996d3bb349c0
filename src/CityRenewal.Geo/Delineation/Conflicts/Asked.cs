using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Delineation;

/// <summary>A request while limits are taken out of it or changed.</summary>
/// <param name="Options">The options.</param>
/// <param name="Pack">The rules; null where there are none.</param>
internal sealed record Asked(ProposalOptions Options, RulePack? Pack)
{
    /// <summary>Whether the city's own locks that keep parcels out hold.</summary>
    public bool HasCityLocks { get; init; } = true;

    /// <summary>The same with other limits.</summary>
    public Asked With(Func<PlanLimits, PlanLimits> change) => this with { Options = Options with { Limits = change(Options.Limits) } };
}
