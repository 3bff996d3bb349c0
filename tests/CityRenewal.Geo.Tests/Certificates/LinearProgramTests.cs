using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>HiGHS solves the same relaxation as a linear program: the prices that are found leave nothing on the table.</summary>
public class LinearProgramTests
{
    private static readonly Func<SearchLimits, SearchLimits> AsIs = limits => limits;

    [Fact]
    public void Without_rules_the_bound_is_that_of_the_linear_program() => Agree(AsIs, []);

    [Fact]
    public void Where_areas_cost_something_the_bound_is_that_of_the_linear_program() =>
        Agree(limits => limits with { Opening = 4_000 }, []);

    [Fact]
    public void Where_the_smallest_area_is_large_the_bound_is_that_of_the_linear_program() =>
        Agree(limits => limits with { LeastTwiceArea = (long)(80_000 * 2e8) }, []);

    [Fact]
    public void Under_a_tight_rule_the_bound_is_that_of_the_linear_program() => Agree(AsIs, [CertifiedSample.Row(0, -500)]);

    [Fact]
    public void Under_four_rules_some_of_them_soft_the_bound_is_that_of_the_linear_program() => Agree(
        limits => limits with { Opening = 1_000, Price = limits.Price / 2 },
        [
            CertifiedSample.Row(0, -500), CertifiedSample.Row(1, 800, softPrice: 0.02),
            CertifiedSample.Row(2, 0), CertifiedSample.Row(3, -2_000, softPrice: 0.2),
        ]);

    private static void Agree(Func<SearchLimits, SearchLimits> limits, IReadOnlyList<RuleRow> rows)
    {
        var sample = CertifiedSample.Of(limits, rows);
        double program = 0, ours = 0;
        for (var problem = 0; problem < sample.Problem.UnitCount; problem++)
        {
            using var each = new UnitProgram(
                new UnitLand(CertifiedSample.Nodes, CertifiedSample.Benefits, sample.Limits, problem, NodeRows.Of(CertifiedSample.Nodes, rows)));
            var bound = each.Bound();
            var found = sample.Certificate.Units[problem].Millionths / 1e6;
            Assert.True(found >= bound - (1e-6 * Math.Abs(bound)) - 1e-3, $"unit {problem}: {found} is below the linear program's {bound}");
            (program, ours) = (program + bound, ours + found);
        }

        Assert.True(program > 0);
        Assert.InRange(ours, program, program * 1.001);
    }
}
