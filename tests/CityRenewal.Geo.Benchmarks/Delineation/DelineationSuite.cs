using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Delineation;

/// <summary>A plan of a sample city, whole and stage by stage; no peer answers the same question, so there is none.</summary>
public sealed class DelineationSuite : IBenchmarkSuite
{
    private const int Year = 2025;

    public string Name => "delineation";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var options = new ProposalOptions { Threads = 2 };
        var ground = GroundOf(parcels, options);
        var city = ground.City;
        var need = NeedScores.Of(city, ground.Facts, Year, options.Threads);
        book.Ours(Name, "need scores", parcels, city.Parcels.Count, () => NeedScores.Of(city, ground.Facts, Year, options.Threads));
        book.Ours(
            Name, "categories with their needs", parcels, city.Parcels.Count,
            () => CategoryLabels.Of(city, ground.Facts, CategoryDefinitions.Default, Year, options.Threads));

        var membership = MembershipRules.Of(ground, null, default);
        LandNodes Nodes() => LandNodeAssembly.From(
            ground.Fabric, membership, ContactRules.Of(ground), options.Threads);
        var nodes = Nodes();
        book.Ours(Name, "parcels and streets as nodes", parcels, nodes.Count, () => Nodes());

        var benefits = NodeBenefits.Of(nodes, need, ground.NetAreas, options.NeedThreshold);
        var limits = new SearchLimits(
            options.Lambda * nodes.MetresPerUnit, (long)(2e8 * options.MinimumArea), (long)(2e8 * options.MaximumArea), options.Seed);
        book.Ours(Name, "minimum cuts of all units", parcels, nodes.Count, () => Cuts(nodes, benefits, limits));
        book.Ours(
            Name, "bound and pieces of all units", parcels, nodes.Count,
            () => new CitySearch(nodes, benefits, limits, NodeRows.None, null).Run(options.Threads, default));

        Plan? plan = null;
        book.Ours(
            Name, "whole proposal", parcels, city.Parcels.Count,
            () => plan = Proposal.Of(
                city, ground.Fabric, ground.Graph, ground.Facts, options with { ReferenceYear = Year }));
        Console.Error.WriteLine(
            $"  areas {plan!.Areas.Count:N0}, chosen {plan.Areas.Sum(area => area.NetArea) / plan.CandidateArea:P1}, gap {plan.Gap:P2}");
    }

    private static void Cuts(LandNodes nodes, long[] benefits, SearchLimits limits)
    {
        var cut = new UnitCut();
        for (var problem = 0; problem < nodes.ProblemCount; problem++)
        {
            cut.Solve(new UnitLand(nodes, benefits, limits, problem), subsidy: 0, default);
        }
    }

    private static ProposalGround GroundOf(int parcels, ProposalOptions options)
    {
        var layers = SampleCity.Of(new SampleOptions(parcels, 7));
        var city = CityAssembly.From(layers, new AssemblyOptions { BaselineYear = Year }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default);
        return new ProposalGround(city, fabric, graph, ParcelFacts.Of(city, new OverlayOptions()), options);
    }
}
