using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>
/// The inner process: opens a city file, then makes facts, fabric, graph and a measured plan several times, each time anew, and prints a
/// line per run and stage. The first run is cold; the peak of the process after it is what a single command would need.
/// </summary>
internal static class PlanRun
{
    /// <summary>First argument of the inner process.</summary>
    public const string Word = "plan-run";

    /// <summary>The stage that stands for the whole run.</summary>
    public const string Whole = "whole";

    /// <summary>Runs with arguments (word, file, pack or "none", runs).</summary>
    public static int Of(string[] args)
    {
        var pack = args[2] == "none" ? null : RulePackShelf.Read(args[2]).Pack;
        var city = CityFile.Open(args[1]).City;
        for (var run = 0; run < int.Parse(args[3], CultureInfo.InvariantCulture); run++)
        {
            var clock = new StageClock();
            clock.Report(new WorkProgress("starting", 0));
            var plan = new CityWork(city).Propose(new ProposalOptions(), clock, default, pack);
            var stages = clock.Stop();
            foreach (var (stage, wall, cpu, peak) in stages)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{run}\t{stage}\t{wall}\t{cpu}\t{peak}\t{plan.Plan.Areas.Count}"));
            }
        }

        return 0;
    }
}
