using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Plans;

/// <summary>Several alternatives with their front, and ensembles. Preparation stands apart.</summary>
public sealed class PlansSuite : IBenchmarkSuite
{
    private static readonly ProposalOptions Asked = new() { Threads = 2, ReferenceYear = 2025 };

    public string Name => "plans";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City);
        var ground = work.GroundOf(Asked with { Alternatives = 5 }, null, default);
        AlternativePlans? found = null;
        book.Ours(Name, "one plan, search and outlines", parcels, parcels, () => AlternativeSearch.Of(null, work.GroundOf(Asked, null, default), SearchRun.Whole));
        book.Ours(Name, "five alternatives with their front", parcels, parcels, () => found = AlternativeSearch.Of(null, ground, SearchRun.Whole));
        foreach (var plan in found!.Alternatives)
        {
            Console.Error.WriteLine(
                $"  {plan.Rank}: λ {plan.Judged.Plan.Options.Lambda:0.##}, {plan.Judged.Plan.Areas.Count:N0} areas, gap {plan.Judged.Plan.Gap:P2}, difference {plan.Difference:0.00}");
        }

        if (parcels <= 10_000)
        {
            Ensemble? ensemble = null;
            book.Ours(Name, "ensemble of 1,000 plans", parcels, 1_000, () => ensemble = EnsembleDrawing.Of(null, work.GroundOf(Asked, null, default), new EnsembleOptions(), null));
            Console.Error.WriteLine(
                $"  mixed {ensemble!.HasMixed}: {string.Join(", ", ensemble.Numbers.Select(number => $"{number.Name} R-hat {number.RHat:0.000} n {number.EffectiveSize:0}"))}");
        }
    }
}
