using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Frontier;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>
/// How late a search ends after its deadline, at deadlines from a fiftieth of the search's own time to beyond its end, so that
/// some fall into the bound, some into the moves, the choice over the plan, and the outlines of alternatives.
/// </summary>
public sealed class DeadlineSuite : IBenchmarkSuite
{
    private const int Deadlines = 20;

    // The last deadline comes when every unit was searched once and further rounds are under way.
    private const double LastShare = 1.4;

    private static readonly ProposalOptions Asked = new() { Threads = 2, ReferenceYear = 2025 };

    public string Name => "deadline";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City);
        var ground = work.GroundOf(Asked, null, default);
        var budget = new PlanLimits { LandBudget = new PricedLimit(0.1 * ground.NetAreas.Sum()) };
        var tight = Asked with { Limits = budget, MaximumArea = 80_000 };
        var undivided = Asked with { Limits = new PlanLimits { UncrossedDivisions = [] } };
        Measure("one plan", Asked, null);
        Measure("one plan, tight rules and a land budget", tight, FrontierRules.Of(isTight: true));
        Measure("one plan, no units", undivided, null);
        Measure("five alternatives", Asked with { Alternatives = 5 }, null);

        void Measure(string what, ProposalOptions options, RulePack? pack) =>
            book.Enter(Late(what, (parcels, work.GroundOf(options, null, default), pack)));
    }

    private Trial Late(string what, (int Parcels, ProposalGround Ground, RulePack? Pack) on)
    {
        var whole = SecondsOf(on.Ground, on.Pack);
        var late = new List<(double Deadline, double Search, double Plan)>();
        for (var number = 1; number <= Deadlines; number++)
        {
            var deadline = LastShare * whole * number * number / (Deadlines * Deadlines);
            using var run = new DeadlineRun(TimeSpan.FromSeconds(deadline));
            AlternativeSearch.Of(on.Pack, on.Ground, run.Search);
            late.Add((deadline, run.LateSeconds, run.SinceDeadline));
        }

        var worst = late.MaxBy(one => one.Search);
        var outlines = late.Select(one => one.Plan).Order().ToList();
        return new Trial(
            Name, what, "ours", on.Parcels, on.Parcels, [.. late.Select(one => Math.Max(0, one.Search)).Order()], [],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{late.Count(one => one.Search <= 0.1)} of {Deadlines} deadlines up to {late[^1].Deadline:0.00} s within 0.1 s; latest by {1000 * worst.Search:0} ms, at {worst.Deadline:0.00} s; "
                + $"with outlines in hand after {outlines[Deadlines / 2]:0.00} s, at most {outlines[^1]:0.00} s"));
    }

    /// <summary>What the search takes that nobody ends.</summary>
    private static double SecondsOf(ProposalGround ground, RulePack? pack)
    {
        var clock = new Stopwatch();
        AlternativeSearch.Of(pack, ground, new SearchRun { Begins = clock.Start, Ends = clock.Stop });
        return clock.Elapsed.TotalSeconds;
    }
}
