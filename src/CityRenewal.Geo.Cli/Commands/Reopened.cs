using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Reopening;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>A plan of a file that meets its city and rules again; what a user must know of that goes to stderr.</summary>
internal static class Reopened
{
    /// <summary>What a plan to edit was made under.</summary>
    public static MadeUnder Under(StoredPlan plan) => MadeUnder.Of(plan) with { Tell = Console.Error.WriteLine };

    /// <summary>What a plan to explain was made under.</summary>
    public static MadeUnder Under(WrittenPlan plan) => MadeUnder.Of(plan) with { Tell = Console.Error.WriteLine };

    /// <summary>A session on a plan.</summary>
    /// <inheritdoc cref="StoredSession.Open"/>
    public static EditSession Session(
        StoredPlan stored, CityWork work, (ProposalOptions Options, RulePack? Rules) under, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        if (StoredSession.WarningOf(stored.DataVersion, work.City) is { } warning)
        {
            Console.Error.WriteLine(warning);
        }

        return StoredSession.Open(stored, work, under, progress, cancel);
    }
}
