using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Certificates;

/// <summary>A certificate that the search writes holds, whatever limits the areas; what it proves only falls with each limit.</summary>
public class CertificateTests
{
    private static readonly Lazy<CertifiedSample> Plain = new(() => CertifiedSample.Of());

    [Fact]
    public void The_check_proves_the_bound_of_every_unit_and_of_their_sum()
    {
        var verdict = Plain.Value.Check();

        Assert.Empty(verdict.Faults);
        Assert.Equal(Plain.Value.Certificate.Millionths, verdict.Millionths);
        Assert.Equal(Plain.Value.Problem.UnitCount, verdict.TightUnits);
        Assert.True(verdict.Millionths > 0);
    }

    [Fact]
    public void Rules_that_are_kept_and_rules_that_may_be_broken_at_a_price_are_proven()
    {
        var sample = CertifiedSample.Of(rows: [CertifiedSample.Row(0, -500), CertifiedSample.Row(1, 800, softPrice: 0.02)]);

        Assert.Empty(sample.Check().Faults);
        Assert.True(sample.Bound < Plain.Value.Bound);
        Assert.Contains(sample.Certificate.Units, unit => unit.RowPrices[0] > 0);
        Assert.Contains(sample.Certificate.Units, unit => unit.RowPrices[1] > 0);
    }

    [Fact]
    public void What_an_area_costs_by_itself_lowers_the_bound_by_at_least_its_share_of_the_largest_area()
    {
        var sample = CertifiedSample.Of(limits => limits with { Opening = 4_000 });

        Assert.Empty(sample.Check().Faults);
        Assert.True(sample.Bound < Plain.Value.Bound - 4_000);
    }

    [Fact]
    public void The_least_compactness_lowers_the_bound()
    {
        var sample = CertifiedSample.Of(limits => limits with { LeastPolsbyPopper = 0.5, Price = limits.Price / 6 });
        var free = CertifiedSample.Of(limits => limits with { Price = limits.Price / 6 });

        Assert.Empty(sample.Check().Faults);
        Assert.True(sample.Bound < free.Bound);
        Assert.Contains(sample.Certificate.Units, unit => unit.OutlinePrice > 0);
    }

    [Fact]
    public void The_land_of_the_whole_plan_is_priced_once_for_all_units()
    {
        var sample = CertifiedSample.Of(sums: CertifiedSample.MostLand(60_000));

        Assert.Empty(sample.Check().Faults);
        Assert.True(sample.Certificate.PlanPrices[0] > 0);
        Assert.True(sample.Bound < 0.9 * Plain.Value.Bound);
    }

    [Fact]
    public void A_limit_of_land_that_may_be_broken_is_priced_no_higher_than_its_own_price()
    {
        var sample = CertifiedSample.Of(sums: CertifiedSample.MostLand(60_000, softPrice: 0.01));

        Assert.Empty(sample.Check().Faults);
        Assert.InRange(sample.Certificate.PlanPrices[0], 1, (long)(0.01 * (1L << 32)));
    }

    [Fact]
    public void The_most_number_of_areas_lowers_the_bound()
    {
        var sample = CertifiedSample.Of(limits => limits with { MostAreas = 1 });

        Assert.Empty(sample.Check().Faults);
        Assert.True(sample.Certificate.AreaPrice > 0);
        Assert.True(sample.Bound < Plain.Value.Bound);
    }

    [Fact]
    public void Small_pieces_that_have_to_reach_for_land_lower_the_bound_and_are_proven()
    {
        var rows = new[] { CertifiedSample.Row(0, 0), CertifiedSample.Row(1, 800, softPrice: 0.02) };
        var plain = CertifiedSample.Of(rows: rows, sums: CertifiedSample.MostLand(150_000));
        var sample = CertifiedSample.Of(rows: rows, sums: CertifiedSample.MostLand(150_000), tightening: 20);

        Assert.Empty(sample.Check().Faults);
        Assert.Contains(sample.Certificate.Units, unit => unit.Reaches.Count > 1);
        Assert.True(sample.Bound < plain.Bound);
        Assert.True(CertifiedSample.Of(tightening: 40).Bound < 0.97 * Plain.Value.Bound);
    }

    [Fact]
    public void A_limit_that_does_not_bind_has_no_price_and_leaves_the_bound()
    {
        var sample = CertifiedSample.Of(sums: CertifiedSample.MostLand(1e9));

        Assert.Equal(0, sample.Certificate.PlanPrices[0]);
        Assert.Equal(Plain.Value.Certificate.Millionths, sample.Certificate.Millionths);
    }

    [Fact]
    public void A_tighter_limit_never_raises_the_bound()
    {
        var bounds = new[] { 2_000.0, 500, 0, -500 }.Select(limit => CertifiedSample.Of(rows: [CertifiedSample.Row(0, limit)]).Bound).ToList();
        var sizes = new[] { 10_000.0, 30_000, 60_000 }
            .Select(least => CertifiedSample.Of(limits => limits with { LeastTwiceArea = (long)(least * 2e8) }).Bound).ToList();

        Assert.All(bounds.Zip(bounds.Skip(1)), pair => Assert.True(pair.Second <= pair.First * 1.001));
        Assert.All(sizes.Zip(sizes.Skip(1)), pair => Assert.True(pair.Second <= pair.First * 1.001));
    }

    [Fact]
    public void Units_whose_turn_never_came_are_proven_by_all_that_is_worth_having()
    {
        var sample = Plain.Value;
        var limits = sample.Limits;
        var untouched = PlanProof.Of(
            sample.Outcome with
            {
                Proofs = [.. sample.Outcome.Proofs.Select((proof, problem) => problem % 2 == 0 ? proof : UnitProof.Trivial(
                    new UnitLand(CertifiedSample.Nodes, CertifiedSample.Benefits, limits, problem), PlanPrices.None))],
            },
            limits,
            sample.Certificate.DataVersion);
        var verdict = sample.Check(untouched);

        Assert.Empty(verdict.Faults);
        Assert.True(verdict.Millionths > sample.Certificate.Millionths);
        Assert.True(verdict.TightUnits < verdict.Units);
    }

    [Fact]
    public void The_certificate_does_not_depend_on_threads()
    {
        var rows = new[] { CertifiedSample.Row(0, 0) };
        var sums = CertifiedSample.MostLand(80_000);
        var one = CertifiedSample.Of(rows: rows, sums: sums, threads: 1).Certificate;
        var four = CertifiedSample.Of(rows: rows, sums: sums, threads: 4).Certificate;

        Assert.Equal(one.Millionths, four.Millionths);
        Assert.Equal(one.PlanPrices, four.PlanPrices);
        Assert.All(one.Units.Zip(four.Units), pair => Assert.Equal(pair.First.Remainders, pair.Second.Remainders));
    }
}
