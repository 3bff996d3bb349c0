using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>The bound of drawn units beside the best of all sets of areas, with everything that has a price.</summary>
public class UnitBoundTests
{
    private static readonly Gen<Limited> SmallCase =
        from width in Gen.Int[2, 5]
        from height in Gen.Int[1, 3]
        from rows in Gen.Int[0, 8].Select(sign => "ABCDEFGH."[sign]).Array[width].Array[height]
        from worth in Gen.Int[-200, 500].Array[8]
        from price in Gen.Double[0.2, 4]
        from least in Gen.Int[1, 4]
        from room in Gen.Int[0, 4]
        from opening in Gen.Int[0, 400]
        from compactness in Gen.Double[0, 0.75]
        from takes in Gen.Int[-6, 6].Array[16]
        from limits in Gen.Int[-2, 6].Array[2]
        from soft in Gen.Double[0, 60]
        select new Limited(
            new SmallUnit([.. rows.Select(row => new string(row)).Prepend("AABBC"[..width])], worth, price, least, least + room),
            opening, compactness, takes, limits, soft);

    [Fact]
    public void No_set_of_areas_is_worth_more_than_the_bound() =>
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                var bound = UnitProof.Of(land, new UnitCut(), default).Millionths / 1e6;
                var best = tried.Best(land);
                Assert.True(best <= bound + 1e-6, $"best {best}, bound {bound}");
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void No_set_of_areas_is_worth_more_than_the_bound_that_asks_small_pieces_for_land() =>
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                var proof = UnitProof.Of(land, new UnitCut(), default);
                var tight = UnitProof.Tightened(land, new UnitCut(), proof, new TighteningEffort(0, 40), default);
                var best = tried.Best(land);
                Assert.True(best <= (tight.Millionths / 1e6) + 1e-6, $"best {best}, bound {tight.Millionths / 1e6}");
                Assert.True(tight.Millionths <= proof.Millionths);
            },
            iter: 3_000,
            threads: 1);

    [Fact]
    public void Two_parcels_in_need_that_are_far_apart_bound_nothing_where_neither_is_large_enough_alone()
    {
        var land = new SmallUnit(["ABCDEF"], [300, -400, -400, -400, -400, 300], 0.2, 2, 6).Land();
        var proof = UnitProof.Of(land, new UnitCut(), default);

        Assert.True(proof.Millionths > 400_000_000);
        Assert.InRange(UnitProof.Tightened(land, new UnitCut(), proof, new TighteningEffort(0, 40), default).Millionths, 0, 1_000_000);
    }

    [Fact]
    public void A_piece_that_breaks_a_row_is_not_made_up_for_by_another_far_away()
    {
        var land = (new SmallUnit(["ABCDEF"], [300, -400, -400, -400, -400, 300], 0.2, 1, 6) with { Takes = [5, 0, 0, 0, 0, -5] }).Land();
        var proof = UnitProof.Of(land, new UnitCut(), default);
        var tight = UnitProof.Tightened(land, new UnitCut(), proof, new TighteningEffort(284, 60), default);

        Assert.True(proof.Millionths > 500_000_000);
        Assert.InRange(tight.Millionths, 284_000_000, 290_000_000);
        Assert.Contains(tight.Reaches, reach => reach.Row == 0);
    }

    [Fact]
    public void Where_no_area_can_hold_what_is_locked_in_the_bound_is_of_the_rest()
    {
        var unit = new SmallUnit(["ABCDE"], [-100, -100, 300, 300, 300], 0.2, 3, 6).Land(new LatticeLand(["ABCDE"]).Nodes(barriers: [(1, 2)]));
        unit.Nodes.LockedIn[0] = true;
        var outcome = new CitySearch(
            new SearchProblem(unit.Nodes, unit.Benefits.ToArray(), unit.Limits, NodeRows.None) { Membership = null! }, SearchStart.Nothing, null).Run(SearchRun.Whole, 1, default);

        Assert.True(outcome.Proofs[0].WithoutLocks);
        Assert.Equal(0, outcome.Proofs[0].Force);
        Assert.InRange(outcome.Proofs[0].Millionths / 1e6, 868, 869);
    }

    [Fact]
    public void A_unit_whose_turn_never_came_is_bounded_by_all_that_is_worth_having() =>
        SmallCase.Sample(
            tried =>
            {
                var land = tried.Land();
                var trivial = UnitProof.Trivial(land, PlanPrices.None).Millionths;
                Assert.True(tried.Best(land) <= (trivial / 1e6) + 1e-6);
                Assert.True(UnitProof.Of(land, new UnitCut(), default).Millionths <= trivial);
            },
            iter: 1_000,
            threads: 1);

    /// <summary>A unit with a cost per area, a least compactness, a hard row and a soft one.</summary>
    private sealed record Limited(SmallUnit Unit, double Opening, double Compactness, int[] Takes, int[] RowLimits, double SoftPrice)
    {
        public override string ToString() => $"{Unit} κ {Opening} τ {Compactness} takes {string.Join(',', Takes)} of {string.Join(',', RowLimits)} soft {SoftPrice}";

        public UnitLand Land()
        {
            var land = Unit.Land();
            var benefits = new long[land.Nodes.Count];
            land.Benefits.Span.CopyTo(benefits);
            var rows = Enumerable.Range(0, 2).Select(row => new RuleRow(
                $"row {row}",
                [.. land.Nodes.NodeOfParcel.Select((_, parcel) => Takes[(8 * row) + (parcel % 8)] * 1_000_000L)],
                RowLimits[row] * 1_000_000L)
            {
                SoftPrice = row == 0 ? double.PositiveInfinity : SoftPrice,
            }).ToList();
            return new UnitLand(
                land.Nodes, benefits, land.Limits with { Opening = Opening, LeastPolsbyPopper = Compactness }, 0, NodeRows.Of(land.Nodes, rows));
        }

        public double Best(UnitLand land)
        {
            var value = new double[1 << land.ParcelCount];
            for (var mask = 1; mask < value.Length; mask++)
            {
                value[mask] = (Unit with { Takes = [] }).IsFeasible(land, mask) ? Math.Max(0, ValueOf(land, mask)) : 0;
            }

            var best = new double[value.Length];
            for (var mask = 1; mask < value.Length; mask++)
            {
                var lowest = mask & -mask;
                best[mask] = best[mask ^ lowest];
                for (var part = mask; part > 0; part = (part - 1) & mask)
                {
                    if ((part & lowest) != 0 && value[part] > 0)
                    {
                        best[mask] = Math.Max(best[mask], value[part] + best[mask ^ part]);
                    }
                }
            }

            return best[^1];
        }

        private double ValueOf(UnitLand land, int mask)
        {
            var members = Enumerable.Range(0, land.ParcelCount).Where(node => (mask >> node & 1) == 1).ToList();
            var worth = Unit.Value(land, members);
            var outline = (members.Sum(node => land.Benefits.Span[node]) * 1e-6 - worth) / land.Limits.Price;
            var twice = members.Sum(land.TwiceArea);

            // Inner streets only make an area more compact than this.
            if (128 * Math.PI * twice < Compactness * outline * outline * (1 + 1e-9) || Excess(land, members, 0) > 0)
            {
                return 0;
            }

            return worth - Opening - (SoftPrice * Math.Max(0, Excess(land, members, 1)));
        }

        private static double Excess(UnitLand land, List<int> members, int row) =>
            (members.Sum(node => land.Rows.Slack(row, land.CityNode(node))) - land.Rows.Limit(row)) * RuleRow.Unit;
    }
}
