using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Editing;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Repairs;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Benchmarks.Repairs;

/// <summary>
/// One failing area repaired for each of its rules and for all of them, on a plan that was made for demolition and is held to
/// half of what it may demolish, in a city that is ready.
/// </summary>
public sealed class RepairSuite : IBenchmarkSuite
{
    private const int Areas = 40;

    public string Name => "repair";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var work = new CityWork(city) { Threads = 2 };
        var strict = RulePackShelf.Read("chongqing-2025", new Dictionary<string, double>
        {
            ["maximum_demolition_ratio"] = 0.1, ["largest_demolition_block_m2"] = 2_000,
        }).OrThrow();
        var plan = work.Propose(new ProposalOptions { ElectivePurpose = "dangerous housing", Threads = 2 }, pack: RulePackShelf.Read("chongqing-2025").OrThrow());
        EditSession? session = null;
        book.Ours(Name, "session on a plan opened under another pack", parcels, plan.Plan.Areas.Count, () =>
            session = PlanEditing.Open(work, (plan.Plan.Options, strict), EditStart.From(plan.Plan, city)));
        var failing = session!.Areas.Where(area => area.Findings.Any(finding => finding.Verdict == Verdict.Fail)).Select(area => area.Area.Id).Take(Areas).ToList();
        var times = new List<(double Wall, double Cpu)>();
        int proven = 0, found = 0, goals = 0;
        foreach (var id in failing)
        {
            AreaRepair? repair = null;
            times.Add(OwnClock.Time(() => repair = AreaRepair.Of(session, id)));
            goals += repair!.Rules.Count;
            found += repair.Rules.Count(rule => rule.Change is not null);
            foreach (var rule in repair.Rules)
            {
                Console.Error.WriteLine($"  {id} {rule.Finding.Rule.Id}: {(rule.Change is null ? "no repair" : $"{rule.Change.Tried} tried")}, {session.Area(id).Area.Parcels.Count} parcels, {times[^1].Wall:0.00} s");
            }

            proven += repair.Rules.Count(rule => rule.Change is { IsLeast: true });
        }

        double[] wall = [.. times.Skip(1).Select(time => time.Wall).Order()], cpu = [.. times.Skip(1).Select(time => time.Cpu).Order()];
        var note = $"p50 {At(wall, 0.5)}, p90 {At(wall, 0.9)}, most {At(wall, 1)} of {wall.Length}; {found} of {goals} rules freed, {proven} proven least";
        book.Enter(new Trial(Name, "one failing area repaired", "ours", parcels, 1, wall, cpu, note));
    }

    private static string At(double[] sorted, double share) => sorted.Length == 0 ? "–" : string.Create(
        CultureInfo.InvariantCulture, $"{sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]:0.00} s");
}
