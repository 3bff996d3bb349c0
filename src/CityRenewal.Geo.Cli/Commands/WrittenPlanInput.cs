using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Explains a plan that was written before, with the options and rules that its file keeps.</summary>
internal static class WrittenPlanInput
{
    /// <summary>The reasons of a plan on its city.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="work">The work on its city.</param>
    /// <param name="given">Path of its rule pack where that is no shipped one, and of a limits file that takes the place of its limits; null is neither.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static PlanReasons Explain(
        WrittenPlan plan, CityWork work, (string? Rules, string? Limits) given, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        SayWhatIsOther(plan, work.City);
        var made = Reopened.Under(plan);
        var (options, pack) = given.Limits is null
            ? (plan.Options, made.OwnPack(given.Rules))
            : made.With(given.Rules, new Dictionary<string, double>(), given.Limits);
        return work.Explain(plan.Areas, options with { Threads = work.Threads }, pack, progress, cancel);
    }

    private static void SayWhatIsOther(WrittenPlan plan, City city)
    {
        if (plan.DataVersion != city.DataVersion)
        {
            Console.Error.WriteLine(
                $"warning: the plan was made from data version {Short(plan.DataVersion)}, the city is {Short(city.DataVersion)}: what is said is of the city as it is now.");
        }
    }

    private static string Short(string version) => version[..Math.Min(12, version.Length)];
}
