using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>The units of a sample city, ready to be searched at any price of outline.</summary>
internal sealed class SampleUnits
{
    private readonly LandNodes _nodes;
    private readonly long[] _benefits;

    public SampleUnits(int parcels, int seed)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, seed)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var options = new ProposalOptions { Threads = 2 };
        var graph = ContiguityGraph.Of(fabric, city.Barriers, new GraphOptions(options.StreetWidth, options.MinimumContact));
        var facts = ParcelFacts.Of(city, new OverlayOptions());
        var ground = new ProposalGround(city, fabric, graph, facts, options);
        _nodes = LandNodeAssembly.From(
            fabric, MembershipRules.Of(ground, null, default), ContactRules.Of(ground), options.Threads);
        _benefits = NodeBenefits.Of(_nodes, NeedScores.Of(city, facts, 2025), ground.NetAreas, options.NeedThreshold);
    }

    /// <summary>All units at a price of outline, with areas of 3-12 ha.</summary>
    public IEnumerable<UnitLand> At(double lambda) => Enumerable.Range(0, _nodes.ProblemCount).Select(problem => new UnitLand(
        _nodes, _benefits, new SearchLimits(lambda * _nodes.MetresPerUnit, (long)(2e8 * 3e4), (long)(2e8 * 12e4), 1), problem));
}
