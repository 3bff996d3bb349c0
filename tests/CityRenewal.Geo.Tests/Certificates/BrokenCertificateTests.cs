using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>Whatever is changed in a certificate, its check finds it.</summary>
public class BrokenCertificateTests
{
    private static readonly Lazy<CertifiedSample> Sample = new(() => CertifiedSample.Of(
        limits => limits with { Opening = 500 },
        [CertifiedSample.Row(0, -200), CertifiedSample.Row(1, 300, softPrice: 0.05)],
        CertifiedSample.MostLand(150_000),
        tightening: 20));

    [Fact]
    public void The_certificate_that_is_broken_below_holds() => Assert.Empty(Sample.Value.Check().Faults);

    [Fact]
    public void A_flow_over_its_capacity_is_caught() =>
        Assert.Contains(" flow from node ", FaultOf(unit =>
        {
            var (node, flow) = BetweenParcels(unit);
            var (flows, left) = ((int[])unit.Flows.Clone(), (long[])unit.Remainders.Clone());
            flows[flow] += 1_000_000_000;
            left[node] -= 1_000_000_000;
            left[unit.FlowTo[flow]] += 1_000_000_000;
            return unit with { Flows = flows, Remainders = left };
        }), StringComparison.Ordinal);

    [Fact]
    public void A_node_that_keeps_what_it_passed_on_is_caught() =>
        Assert.Contains("what flows in and out of node", FaultOf(unit =>
        {
            var left = (long[])unit.Remainders.Clone();
            left[unit.FlowTo[0]]--;
            return unit with { Remainders = left };
        }), StringComparison.Ordinal);

    [Fact]
    public void A_flow_that_is_a_little_less_is_caught() =>
        Assert.Contains("what flows in and out of node", FaultOf(unit =>
        {
            var flows = (int[])unit.Flows.Clone();
            var at = Array.FindIndex(flows, flow => flow > 1);
            flows[at]--;
            return unit with { Flows = flows };
        }), StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(1L << 51)]
    public void A_price_of_the_wrong_sign_or_above_its_own_is_caught(long price) =>
        Assert.Contains("wrong sign or is too high", FaultOf(unit => unit with { RowPrices = [unit.RowPrices[0], price] }), StringComparison.Ordinal);

    [Fact]
    public void A_price_over_the_plan_of_the_wrong_sign_is_caught() =>
        Assert.Contains("wrong sign", FaultOf(Sample.Value.Certificate with { PlanPrices = [-5] }), StringComparison.Ordinal);

    [Fact]
    public void A_limit_of_reach_that_asks_for_less_than_it_costs_is_caught()
    {
        Assert.Contains("weight of node", FaultOfReach(reach => reach with { Price = reach.Price + 1 }), StringComparison.Ordinal);
        Assert.Contains(
            "weight of node", FaultOfReach(reach => reach with { Inside = [reach.Payer], Held = [reach.Payer] }), StringComparison.Ordinal);
        Assert.Contains("weight of node", FaultOfReach(reach => With(reach, [reach.Inside.First(node => node != reach.Payer)])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_of_reach_without_its_payer_or_with_a_price_below_0_is_caught()
    {
        Assert.Contains("limit of reach", FaultOfReach(reach => reach with { Price = -1 }), StringComparison.Ordinal);
        Assert.Contains(
            "limit of reach", FaultOfReach(reach => reach with { Inside = [.. reach.Inside.Where(node => node != reach.Payer)] }), StringComparison.Ordinal);
        Assert.Contains("limit of reach", FaultOfReach(reach => reach with { Inside = [reach.Payer, int.MaxValue] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_of_reach_that_holds_what_is_not_inside_or_all_that_is_wanted_is_caught()
    {
        Assert.Contains("limit of reach", FaultOfReach(reach => reach with { Held = [] }), StringComparison.Ordinal);
        Assert.Contains("limit of reach", FaultOfReach(reach => reach with { Held = [.. reach.Held, int.MaxValue] }), StringComparison.Ordinal);
        Assert.Contains("limit of reach", FaultOfReach(reach => reach with { Held = [.. reach.Held, reach.Payer] }), StringComparison.Ordinal);
        Assert.Contains("limit of reach", FaultOf(unit => unit with
        {
            Reaches = [new ReachCertificate(0, [.. Parcels(unit)], 1) { Held = [.. Parcels(unit)] }],
        }), StringComparison.Ordinal);
    }

    private static ReachCertificate With(ReachCertificate reach, int[] held) => reach with { Payer = held[0], Held = held };

    private static IEnumerable<int> Parcels(UnitCertificate unit) => Enumerable.Range(0, unit.Members.Length).Where(node => unit.Members[node] >= 0);

    private static string FaultOfReach(Func<ReachCertificate, ReachCertificate> change) => FaultOf(Sample.Value.Certificate with
    {
        Units = [.. Sample.Value.Certificate.Units.Select(unit => unit with { Reaches = [.. unit.Reaches.Select(reach => reach.Inside.Length > 1 ? change(reach) : reach)] })],
    });

    [Fact]
    public void A_changed_price_does_not_fit_the_weights() =>
        Assert.Contains("weight of node", FaultOf(unit => unit with { RowPrices = [unit.RowPrices[0] + (1L << 24), unit.RowPrices[1]] }), StringComparison.Ordinal);

    [Fact]
    public void A_changed_weight_is_caught_even_where_the_flows_follow_it() =>
        Assert.Contains("weight of node", FaultOf(unit =>
        {
            var (weights, left) = ((long[])unit.Weights.Clone(), (long[])unit.Remainders.Clone());
            var at = Array.FindIndex(left, each => each > 0);
            weights[at] -= left[at];
            left[at] = 0;
            return unit with { Weights = weights, Remainders = left };
        }), StringComparison.Ordinal);

    [Fact]
    public void A_unit_left_out_is_caught()
    {
        var certificate = Sample.Value.Certificate;
        Assert.Contains("units, the city", FaultOf(certificate with { Units = [.. certificate.Units.Skip(1)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_in_the_place_of_another_is_caught()
    {
        var certificate = Sample.Value.Certificate;
        Assert.False(Sample.Value.Check(certificate with { Units = [.. certificate.Units.Reverse()] }).Holds);
    }

    [Fact]
    public void A_row_left_out_is_caught()
    {
        Assert.Contains("prices for 1 rows", FaultOf(unit => unit with { RowPrices = [unit.RowPrices[0]] }), StringComparison.Ordinal);
        Assert.Contains("sums over the plan", FaultOf(Sample.Value.Certificate with { PlanPrices = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_that_is_told_lower_than_it_is_proven_is_caught()
    {
        var certificate = Sample.Value.Certificate;
        Assert.Contains("the plan says", FaultOf(certificate with { Millionths = certificate.Millionths - 1 }), StringComparison.Ordinal);
        Assert.Contains("it proves", FaultOf(unit => unit with { Millionths = unit.Millionths - 1_024 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_is_not_the_best_is_caught_where_the_unit_is_said_to_be_solved() =>
        Assert.Contains("the flow says", FaultOf(unit =>
        {
            var chosen = (bool[])unit.Chosen.Clone();
            var at = Array.FindIndex(unit.Weights, weight => weight < -10_000);
            chosen[at] = !chosen[at];
            return unit with { Chosen = chosen };
        }), StringComparison.Ordinal);

    [Fact]
    public void A_certificate_of_another_version_of_the_city_is_caught() =>
        Assert.Contains("another version", FaultOf(Sample.Value.Certificate with { DataVersion = "other" }), StringComparison.Ordinal);

    [Fact]
    public void An_outline_that_pays_nothing_back_is_caught() =>
        Assert.Contains("outline", FaultOf(unit => unit with { OutlinePrice = 5 }), StringComparison.Ordinal);

    [Fact]
    public void Columns_that_do_not_fit_are_caught() =>
        Assert.Contains("columns", FaultOf(unit => unit with { Flows = [.. unit.Flows.Skip(1)] }), StringComparison.Ordinal);

    private static string FaultOf(Func<UnitCertificate, UnitCertificate> change) => FaultOf(Sample.Value.With(change));

    private static string FaultOf(PlanCertificate certificate) => Sample.Value.Check(certificate).Faults[0].Text;

    /// <summary>A flow that runs over a border of two parcels.</summary>
    private static (int Node, int Flow) BetweenParcels(UnitCertificate unit)
    {
        for (var node = 0; node < unit.Members.Length; node++)
        {
            if (unit.Members[node] >= 0 && unit.FlowStart[node] < unit.FlowStart[node + 1])
            {
                return (node, unit.FlowStart[node]);
            }
        }

        throw new InvalidOperationException("no two parcels exchange anything");
    }
}
