using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reasons;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Explains a plan that was written before, with the options and rules that its file keeps.</summary>
internal static class WrittenPlanInput
{
    /// <summary>The reasons of a plan on its city.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="work">The work on its city.</param>
    /// <param name="rules">Path of its rule pack where that is no shipped one.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancel">Ends the work.</param>
    public static PlanReasons Explain(
        WrittenPlan plan, CityWork work, string? rules, IProgress<WorkProgress> progress, CancellationToken cancel)
    {
        SayWhatIsOther(plan, work.City);
        return work.Explain(plan.Areas, plan.Options with { Threads = work.Threads }, PackOf(plan, rules), progress, cancel);
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

    private static RulePack? PackOf(WrittenPlan plan, string? path)
    {
        if (plan.RulePack is not { } id)
        {
            return path is null
                ? null
                : throw new InputException("--rules: the plan was made under no rules. Leave --rules out.");
        }

        if (path is null && !RulePackShelf.Ids.Contains(id))
        {
            throw new InputException($"The plan was made under the rule pack {id}, which is none that comes with the program. Name its file with --rules.");
        }

        return RulePackShelf.Read(path ?? id, PackNumbers.SetIn(plan, RulePackShelf.Read(path ?? id).OrThrow())).OrThrow();
    }
}
