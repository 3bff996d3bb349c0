using System.Diagnostics;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Benchmarks.Editing;

/// <summary>
/// Edits on a plan under a rule pack: from an edit to every number and verdict of the areas it touches, and from a request to
/// a neighbourhood that is solved again. Many random edits, each timed alone: the middle one and the 99th of a hundred.
/// </summary>
public sealed class EditingSuite : IBenchmarkSuite
{
    private const int Edits = 2_000;
    private const int Solutions = 200;
    private const int WarmUp = 200;

    public string Name => "editing";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City) { Threads = 2 };
        var pack = RulePackShelf.Read("chongqing-2025").Pack!;
        var plan = work.Propose(new ProposalOptions { Threads = 2 }, pack: pack);
        EditSession? session = null;
        book.Ours(Name, "open a session", parcels, parcels, () => session = PlanEditing.Open(work, plan));
        Console.Error.WriteLine($"  {plan.Plan.Areas.Count:N0} areas, the largest of {plan.Plan.Areas.Max(area => area.Parcels.Count):N0} parcels");

        var planner = new RandomPlanner(session!, new Random(7));
        planner.Make(WarmUp);
        Report(book, parcels, "edit to numbers and verdicts", planner.Make(Edits));
        Report(book, parcels, "undo", Times(Edits / 2, () => session!.Undo()));
        Report(book, parcels, "redo", Times(Edits / 2, () => session!.Redo()));
        planner.Resolve(20, ResolveAround.DefaultRings);
        Report(book, parcels, "area and 2 rings solved again", planner.Resolve(Solutions, ResolveAround.DefaultRings));
        Report(book, parcels, "area and its unit solved again", planner.Resolve(Solutions, null));
        Report(book, parcels, "split a parcel, and undo", planner.Split(3));
    }

    private static List<double> Times(int count, Action run)
    {
        var times = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var clock = Stopwatch.StartNew();
            run();
            times.Add(clock.Elapsed.TotalSeconds);
        }

        return times;
    }

    private void Report(TrialBook book, int parcels, string operation, List<double> times)
    {
        times.Sort();
        var (middle, high) = (times[times.Count / 2], times[(int)(times.Count * 0.99)]);
        book.Enter(new Trial(
            Name, operation, "ours", parcels, 1, times, [],
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p50 {middle * 1000:0.00} ms, p99 {high * 1000:0.00} ms, most {times[^1] * 1000:0.00} ms of {times.Count}")));
    }
}
