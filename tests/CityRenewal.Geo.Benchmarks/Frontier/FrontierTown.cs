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
    public FrontierResult Solve(FrontierCase tried, int threads = 2)
    {
        // Shares of uses and ages bind nobody where a real data set has neither.
        var rules = _knowsUses ? FrontierRules.Of(tried.IsTight) : null;
        var options = tried.OptionsFor(Land, Parcels) with { Threads = threads };
        var work = ProposalWork.Of(rules, _ground.With(options), null, default);
        return new FrontierResult(work.Finish(work.Search(SearchRun.Whole, null, default), options, null, default), Land);
    }

    /// <summary>The layers with one unit in the place of those that hold the western two thirds of the units.</summary>
    public static IReadOnlyList<SourceLayer> WithGiant(IReadOnlyList<SourceLayer> layers) =>
        [.. layers.Select(layer => layer.Name == LayerNames.PlanningUnits ? GiantUnit.In(layer) : layer)];
}
