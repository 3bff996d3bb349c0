using System.Globalization;
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
    private const int Splits = 200;
    private const int SplitsSolvedAfter = 20;
    private const int WarmUp = 200;

    public string Name => "editing";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City) { Threads = 2 };
        var pack = RulePackShelf.Read("chongqing-2025").Pack!;
        var plan = work.Propose(new ProposalOptions { Threads = 2 }, pack: pack);
        EditSession? session = null;
        book.Ours(Name, "open a session", parcels, parcels, () => (session = PlanEditing.Open(work, plan)).MakeReadyToSolve());
        Console.Error.WriteLine($"  {plan.Plan.Areas.Count:N0} areas, the largest of {plan.Plan.Areas.Max(area => area.Parcels.Count):N0} parcels");

        var planner = new RandomPlanner(session!, new Random(7));
        planner.Make(WarmUp);
        Report(book, parcels, "edit to numbers and verdicts", planner.Make(Edits));
        Report(book, parcels, "undo", Times(Edits / 2, () => session!.Undo()));
        Report(book, parcels, "redo", Times(Edits / 2, () => session!.Redo()));
        planner.Resolve(20, ResolveAround.DefaultRings);
        Report(book, parcels, "area and 2 rings solved again", planner.Resolve(Solutions, ResolveAround.DefaultRings));
        Report(book, parcels, "area and its unit solved again", planner.Resolve(Solutions, null));
        Report(book, parcels, "first split of a session", planner.Split(1).Splits);
        var split = planner.Split(Splits);
        Report(book, parcels, "split a parcel", split.Splits);
        Report(book, parcels, "undo of a split", split.Undos);
        Report(book, parcels, "redo of a split", split.Redos);
        Report(book, parcels, "edit right after a split", split.Edits);
        Report(book, parcels, "area and 2 rings solved again right after a split", planner.ResolveAfterSplits(SplitsSolvedAfter, ResolveAround.DefaultRings));
        Report(book, parcels, "split a parcel, all splits kept", planner.SplitAndKeep(Splits));
    }

    private static List<(double Wall, double Cpu)> Times(int count, Action run) =>
        [.. Enumerable.Range(0, count).Select(_ => OwnClock.Time(run))];

    private void Report(TrialBook book, int parcels, string operation, List<(double Wall, double Cpu)> times)
    {
        double[] wall = [.. times.Select(time => time.Wall).Order()], cpu = [.. times.Select(time => time.Cpu).Order()];
        var note = $"p50 {At(wall, 0.5)}, p99 {At(wall, 0.99)}, most {At(wall, 1)} of {times.Count}; processor p50 {At(cpu, 0.5)}, p99 {At(cpu, 0.99)}";
        book.Enter(new Trial(Name, operation, "ours", parcels, 1, wall, cpu, note));
    }

    private static string At(double[] sorted, double share) => string.Create(
        CultureInfo.InvariantCulture, $"{sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] * 1000:0.00} ms");
}
