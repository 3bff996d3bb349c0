using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>A town of the frozen set, made ready once for all of its cases that are divided alike.</summary>
internal sealed class FrontierTown
{
    /// <summary>The year that ages count from.</summary>
    public const int Year = 2026;

    private readonly ProposalGround _ground;
    private readonly bool _knowsUses;

    public FrontierTown(IReadOnlyList<SourceLayer> layers)
    {
        var city = CityAssembly.From(layers, new AssemblyOptions { BaselineYear = Year }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default);
        _ground = new ProposalGround(city, fabric, graph, ParcelFacts.Of(city, new OverlayOptions()), new ProposalOptions());
        Land = _ground.NetAreas.Sum();
        _knowsUses = Enumerable.Range(0, city.Parcels.Count).Any(parcel => city.Parcels.LandUse[parcel].Length > 0);
    }

    /// <summary>Net land, m².</summary>
    public double Land { get; }

    /// <summary>Number of parcels.</summary>
    public int Parcels => _ground.City.Parcels.Count;

    /// <summary>Searches a case whole, from what may join to the plan that is judged, with its bound checked; why limits leave nothing is not asked.</summary>
    public FrontierResult Solve(FrontierCase tried, int threads = 2) => Solve(tried, new ProposalOptions { Threads = threads });

    /// <summary>The most that other draws of the search find, each with so many times the visits of a usual one, m².</summary>
    public double BestKnown(FrontierCase tried, int restarts, int times)
    {
        var best = double.NegativeInfinity;
        for (var restart = 1; restart <= restarts; restart++)
        {
            var plan = Solve(tried, new ProposalOptions { Threads = 2, Seed = 1_000 + restart }, times).Judged.Plan;
            best = Math.Max(best, plan.Gap is null ? best : plan.Objective);
        }

        return best;
    }

    private FrontierResult Solve(FrontierCase tried, ProposalOptions how, int times = 1)
    {
        // Shares of uses and ages bind nobody where a real data set has neither.
        var rules = _knowsUses ? FrontierRules.Of(tried.IsTight) : null;
        var options = tried.OptionsFor(Land, Parcels) with { Threads = how.Threads, Seed = how.Seed };
        var work = ProposalWork.Of(rules, _ground.With(options), null, default);
        var found = work.Search(SearchRun.Whole, null, default);
        if (times > 1)
        {
            found = work.Search(SearchRun.Whole with { Work = new SearchWork(times * found.Work.Visits) }, null, default);
        }

        return new FrontierResult(work.Finish(found, options, null, default), Land);
    }

    /// <summary>The layers with one unit in the place of those that hold the western two thirds of the units.</summary>
    public static IReadOnlyList<SourceLayer> WithGiant(IReadOnlyList<SourceLayer> layers) =>
        [.. layers.Select(layer => layer.Name == LayerNames.PlanningUnits ? GiantUnit.In(layer) : layer)];
}
