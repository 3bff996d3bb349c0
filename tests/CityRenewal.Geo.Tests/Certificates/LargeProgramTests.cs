using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>One problem of about two thousand nodes beside HiGHS: the bound is at most a thousandth above that of the linear program.</summary>
public class LargeProgramTests
{
    private const int Parcels = 1_800;

    private static readonly Lazy<PreparedSearch> Town = new(() =>
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(Parcels, 11)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default);
        var options = new ProposalOptions { Limits = new PlanLimits { UncrossedDivisions = [] } };
        return PreparedSearch.Of(null, new ProposalGround(city, fabric, graph, ParcelFacts.Of(city, new OverlayOptions()), options), null, default);
    });

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.5)]
    [InlineData(3)]
    public void Without_rules_the_bound_is_that_of_the_linear_program(double lambda) => Agree(lambda, []);

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    public void Under_three_rules_the_bound_is_that_of_the_linear_program(double lambda) =>
        Agree(lambda, [Row(0, -1_000, double.PositiveInfinity), Row(1, 500, 0.05), Row(2, 0, double.PositiveInfinity)]);

    private static void Agree(double lambda, IReadOnlyList<RuleRow> rows)
    {
        var problem = Town.Value.Problem;
        var limits = problem.Limits with { Price = lambda * problem.Nodes.MetresPerUnit, Opening = rows.Count > 0 ? 2_000 : 0 };
        var land = new UnitLand(problem.Nodes, problem.Benefits, limits, 0, rows.Count > 0 ? NodeRows.Of(problem.Nodes, rows) : NodeRows.None);
        using var program = new UnitProgram(land);
        var theirs = program.Bound();
        var result = UnitSearch.Of(land, new UnitCut(), default);

        Assert.Equal(1, problem.Nodes.ProblemCount);
        Assert.InRange(land.Count, 1_800, 3_000);
        Assert.True(theirs > 0 && result.Value > 0);
        Assert.InRange(result.Bound, result.Value, theirs * 1.001);
    }

    private static RuleRow Row(int turn, double limit, double softPrice) => new(
        $"row {turn}",
        [.. Town.Value.Nodes.NodeOfParcel.Select((node, parcel) => node < 0 ? 0
            : (long)(Town.Value.Nodes.TwiceArea[node] * 0.5e-8 * Math.Sin((parcel * 0.37) + turn) * 1e6))],
        (long)(limit * 1e6))
    {
        SoftPrice = softPrice,
    };
}
