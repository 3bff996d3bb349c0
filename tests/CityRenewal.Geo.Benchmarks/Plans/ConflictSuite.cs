using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Benchmarks.Frontier;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>How long it takes to say which limits leave nothing, alone: without facts, fabric and the search that found nothing.</summary>
public sealed class ConflictSuite : IBenchmarkSuite
{
    private const string Stage = "limits in conflict";

    private static readonly ProposalOptions Asked = new() { Threads = 2, ReferenceYear = 2026 };

    public string Name => "conflict";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 23)), new AssemblyOptions { BaselineYear = 2026 }).City);
        Measure("a land budget of 2 % below the smallest area", Asked with { MinimumArea = 0.03 * work.GroundOf(Asked, null, default).NetAreas.Sum(), MaximumArea = 0.1 * work.GroundOf(Asked, null, default).NetAreas.Sum(), Limits = new PlanLimits { LandBudget = new PricedLimit(0.02 * work.GroundOf(Asked, null, default).NetAreas.Sum()) } }, null);
        Measure("a smallest area that no unit has", Asked with { MinimumArea = 2e7, MaximumArea = 3e7 }, null);
        Measure(
            "compactness against size", Asked with { MinimumArea = 200_000, Limits = new PlanLimits { LeastPolsbyPopper = new PricedLimit(0.85) } }, null);
        Measure("parcels locked in under tight rules", Asked with { MaximumArea = 80_000 }, FrontierRules.Of(isTight: true));

        void Measure(string what, ProposalOptions options, RulePack? pack)
        {
            var ground = work.GroundOf(options, null, default);
            PlanConflict? conflict = null;
            var times = Enumerable.Range(0, book.Repeats).Select(_ =>
            {
                var clock = new StageClock();
                conflict = Proposal.Under(pack, ground, clock).Plan.Conflict;
                return clock.Stop().LastOrDefault(stage => stage.Stage == Stage);
            }).ToList();
            book.Enter(new Trial(
                Name, what, "ours", parcels, parcels, [.. times.Select(time => time.Wall).Order()], [.. times.Select(time => time.Cpu).Order()],
                conflict is null ? "no conflict is told" : string.Join(", ", conflict.Limits.Select(limit => $"{limit.Limit} {limit.Value} -> {limit.FreeingValue}"))));
        }
    }
}
