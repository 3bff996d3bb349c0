using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Benchmarks.Frontier;

/// <summary>A sample city made ready to be searched under the limits of a case.</summary>
internal sealed class FrontierCity
{
    private const int Year = 2025;

    private readonly ProposalGround _ground;
    private readonly NeedScores _need;
    private readonly RuleBook _book;

    public FrontierCity(int parcels, int seed)
    {
        var layers = SampleCity.Of(new SampleOptions(parcels, seed));
        var city = CityAssembly.From(layers, new AssemblyOptions { BaselineYear = Year }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var options = new ProposalOptions { Threads = 2 };
        var graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default);
        _ground = new ProposalGround(city, fabric, graph, ParcelFacts.Of(city, new OverlayOptions()), options);
        _need = NeedScores.Of(city, _ground.Facts, Year, options.Threads);
        _book = RuleBook.Of(RulePackShelf.Read("chongqing-2025").OrThrow(), (city, _ground.Facts), options, Year);
    }

    /// <summary>Candidate land of the city, m².</summary>
    public double Land => _ground.NetAreas.Sum();

    /// <summary>The problem of a case.</summary>
    public FrontierProblem Problem(FrontierCase tried)
    {
        var book = tried.IsTight ? _book : null;
        var membership = MembershipRules.Of(_ground, book, default);
        membership = tried.Units == FrontierUnits.Units ? membership : new Membership
        {
            Reasons = membership.Reasons,
            Groups = membership.Groups,
            KeptOutBy = membership.KeptOutBy,
            Cells = SearchCells.Of([.. Enumerable.Repeat(tried.Units == FrontierUnits.Giant ? 0 : -1, membership.Count)]),
        };
        var nodes = LandNodeAssembly.From(
            _ground.Fabric, membership, ContactRules.Of(_ground), threads: 2);
        var rows = book is null ? NodeRows.None : NodeRows.Of(
            nodes,
            book.Rows(new RowGround(
                book, _ground.HomeParcels, new BaseStanding(_ground, new DispositionPlan(_ground, _need, Year)).Of)));
        var most = tried.IsTight ? 12e4 : _ground.Options.MaximumArea;
        var limits = new SearchLimits(
            tried.Lambda * nodes.MetresPerUnit, (long)(2e8 * _ground.Options.MinimumArea), (long)(2e8 * most), Seed: 1);
        return new FrontierProblem(
            nodes, NodeBenefits.Of(nodes, _need, _ground.NetAreas, _ground.Options.NeedThreshold), limits, rows);
    }
}
