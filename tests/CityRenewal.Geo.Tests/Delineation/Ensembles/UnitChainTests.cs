using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Tests.Delineation.Ensembles;

/// <summary>A chain over the plans of a unit that is small enough to list them all.</summary>
public class UnitChainTests
{
    // One area of two to five cells in a block of eight, of which one is a street.
    private static readonly SmallUnit Block = new(["ABC", "D.E", "FGH"], [60, -40, 30, 10, 80, -20, 5, 25], 0.5, 2, 5);

    [Theory]
    [InlineData(15)]
    [InlineData(60)]
    public void In_the_long_run_plans_are_drawn_in_proportion_to_their_worth(double temperature)
    {
        var land = Block.Land();
        var masks = Enumerable.Range(1, (1 << land.ParcelCount) - 1).Where(mask => Block.IsFeasible(land, mask)).ToList();
        var weights = masks.ToDictionary(mask => mask, mask => Math.Exp(WorthOf(land, mask) / temperature));
        var sum = weights.Values.Sum();
        var chain = Begin(land, [0, 1]);
        var counts = masks.ToDictionary(mask => mask, _ => 0);
        const int Draws = 400_000;
        for (var draw = 0; draw < Draws; draw++)
        {
            chain.Run(3, temperature);
            counts[MaskOf(chain)]++;
        }

        // A draw differs from the last by few steps, so counts spread more than independent ones would.
        var error = masks.Sum(mask => Math.Abs(((double)counts[mask] / Draws) - (weights[mask] / sum))) / 2;
        Assert.True(masks.Count > 30, $"{masks.Count} plans");
        Assert.True(error < 0.02, $"the chain differs from what it should draw by {error:P2}");
    }

    [Fact]
    public void Every_plan_drawn_keeps_every_limit_and_every_sum()
    {
        var ruled = Block with { Takes = [3, 1, 0, 2, 1, 4, 1, 2], RowLimit = 6 };
        var land = ruled.Land();
        var chain = Begin(land, [0, 1]);
        for (var draw = 0; draw < 5_000; draw++)
        {
            chain.Run(2, 40);
            var mask = MaskOf(chain);
            Assert.True(ruled.IsFeasible(land, mask), ruled.ToString());
            Assert.Equal(WorthOf(land, mask), chain.Judge.Of(chain.Pieces.Sums(0), chain.Pieces.Rows(0)).Value / chain.Judge.Scale.PerSquareMetre, 6);
        }

        Assert.InRange(chain.Accepted, 500, chain.Proposed);
    }

    [Fact]
    public void A_locked_parcel_is_in_every_plan()
    {
        var nodes = new LatticeLand(Block.Rows).Nodes();
        nodes.LockedIn[1] = true;
        var chain = Begin(Block.Land(nodes), [0, 1]);
        for (var draw = 0; draw < 2_000; draw++)
        {
            chain.Run(2, 100);
            Assert.True((MaskOf(chain) & 2) != 0);
        }
    }

    [Fact]
    public void The_same_seed_draws_the_same()
    {
        var (one, other) = (Begin(Block.Land(), [0, 1]), Begin(Block.Land(), [0, 1]));
        one.Run(10_000, 30);
        other.Run(10_000, 30);

        Assert.Equal((MaskOf(one), one.Accepted), (MaskOf(other), other.Accepted));
    }

    private static UnitChain Begin(UnitLand land, int[] members)
    {
        var pieces = new UnitPieces(land);
        var piece = pieces.Begin();
        Array.ForEach(members, node => pieces.Add(node, piece));
        return new UnitChain(pieces, 11);
    }

    private static int MaskOf(UnitChain chain) =>
        Enumerable.Range(0, chain.Pieces.Land.ParcelCount).Where(node => chain.Pieces.PieceOf(node) >= 0).Aggregate(0, (mask, node) => mask | (1 << node));

    private static double WorthOf(UnitLand land, int mask) =>
        Block.Value(land, Enumerable.Range(0, land.ParcelCount).Where(node => (mask >> node & 1) == 1));
}
