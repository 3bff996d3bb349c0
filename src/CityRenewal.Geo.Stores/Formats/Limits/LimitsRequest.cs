using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What a limits file (限制文件) asks for.</summary>
/// <param name="Limits">The limits.</param>
/// <param name="Rules">The rules in force: those of the rule pack that was named with those of the file; null where there are none.</param>
public sealed record LimitsRequest(PlanLimits Limits, RulePack? Rules)
{
    /// <summary>Smallest net area, m²; null where the file says nothing.</summary>
    public double? MinimumArea { get; init; }

    /// <summary>Largest net area, m²; null where the file says nothing.</summary>
    public double? MaximumArea { get; init; }

    /// <summary>Ids of parcels that must be in an area.</summary>
    public IReadOnlyList<string> LockedIn { get; init; } = [];

    /// <summary>Ids of parcels that must stay out.</summary>
    public IReadOnlyList<string> LockedOut { get; init; } = [];

    /// <summary>The options with what the file says; locks are added to those that are there.</summary>
    public ProposalOptions ApplyTo(ProposalOptions options) => options with
    {
        MinimumArea = MinimumArea ?? options.MinimumArea,
        MaximumArea = MaximumArea ?? options.MaximumArea,
        LockedIn = [.. LockedIn, .. options.LockedIn],
        LockedOut = [.. LockedOut, .. options.LockedOut],
        Limits = Limits,
    };
}
