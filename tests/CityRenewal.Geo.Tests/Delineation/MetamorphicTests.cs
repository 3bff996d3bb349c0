using CityRenewal.Geo.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>What must follow when a question is changed in a known way; the answers of both are compared, no oracle is needed.</summary>
public class MetamorphicTests
{
    // A bound holds at any prices and is as good as they are: those of two questions are fitted apart, over a few m² not as closely.
    private const double PriceFit = 0.05;
    private const double FewSquareMetres = 1;

    private static readonly Lazy<SampleUnits> City = new(() => new SampleUnits(1_000, 11));

    // All areas are tried here, so that what is found is the best.
    private static readonly Gen<SmallUnit> Small =
        from width in Gen.Int[2, 5]
        from rows in Gen.Int[0, 8].Select(sign => "ABCDEFGH."[sign]).Array[width].Array[2]
        from worth in Gen.Int[-200, 500].Array[8]
        from takes in Gen.Int[-6, 6].Array[8]
        from limit in Gen.Int[0, 6]
        from price in Gen.Double[0.2, 3]
        from least in Gen.Int[1, 3]
        from room in Gen.Int[1, 4]
        select new SmallUnit([.. rows.Select(row => new string(row)).Prepend("AABBC"[..width])], worth, price, least, least + room)
        {
            Takes = takes,
            RowLimit = limit,
        };

    [Fact]
    public void A_tighter_cap_improves_neither_the_best_nor_the_bound() => Small.Sample(
        tried =>
        {
            var whole = Solved(tried);
            foreach (var tighter in new[] { tried with { Most = tried.Most - 1 }, tried with { Least = tried.Least + 1 }, tried with { RowLimit = tried.RowLimit - 1 } })
            {
                var part = Solved(tighter);
                Assert.True(part.Value <= whole.Value + 1e-6, $"{tighter} is worth {part.Value}, before {whole.Value}");
                Assert.True(part.Bound <= (whole.Bound * (1 + PriceFit)) + FewSquareMetres, $"{tighter} is bounded by {part.Bound}, before {whole.Bound}");
            }
        },
        iter: 400,
        threads: 1);

    [Fact]
    public void A_dearer_outline_improves_neither_the_best_nor_the_bound() => Small.Sample(
        tried =>
        {
            var (cheap, dear) = (Solved(tried), Solved(tried with { Price = 1.3 * tried.Price }));
            Assert.True(dear.Value <= cheap.Value + 1e-6);
            Assert.True(dear.Bound <= (cheap.Bound * (1 + PriceFit)) + FewSquareMetres);
        },
        iter: 400,
        threads: 1);

    [Fact]
    public void The_dearer_a_metre_of_outline_the_shorter_is_that_of_the_best_cut()
    {
        double[] prices = [0.3, 0.5, 1, 1.5, 3, 6];
        var lengths = prices.Select(price => City.Value.At(price).Sum(OutlineOfCut)).ToList();

        Assert.True(lengths[0] > 0);
        Assert.All(lengths.Zip(lengths.Skip(1)), pair => Assert.True(pair.Second <= pair.First, string.Join(" ", lengths)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void So_many_times_the_benefit_at_so_many_times_the_price_is_worth_so_many_times_as_much(int times)
    {
        double found = 0, more = 0, bound = 0, higher = 0;
        foreach (var land in City.Value.At(1.5))
        {
            var benefits = Array.ConvertAll(land.Benefits.ToArray(), benefit => times * benefit);
            var all = new long[land.Nodes.Count];
            benefits.CopyTo(all, land.Nodes.ProblemStart[land.Problem]);
            var scaled = new UnitLand(land.Nodes, all, land.Limits with { Price = times * land.Limits.Price }, land.Problem);
            var (here, there) = (UnitSearch.Of(land, new UnitCut(), default), UnitSearch.Of(scaled, new UnitCut(), default));
            (found, bound, more, higher) = (found + here.Value, bound + here.Bound, more + there.Value, higher + there.Bound);
        }

        Assert.InRange(more / times / found, 0.995, 1.005);
        Assert.InRange(higher / times / bound, 0.999, 1.001);
    }

    private static UnitResult Solved(SmallUnit tried) => UnitSearch.Of(tried.Land(), new UnitCut(), default);

    /// <summary>Free border of the best set whatever its size, in the units of the grid.</summary>
    private static long OutlineOfCut(UnitLand land)
    {
        var cut = new UnitCut();
        cut.Solve(land, subsidy: 0, default);
        long length = 0;
        for (var node = 0; node < land.Count; node++)
        {
            if (!cut.IsIn(node))
            {
                continue;
            }

            length += land.Perimeter(node);
            for (var entry = land.NeighbourStart(node); entry < land.NeighbourEnd(node); entry++)
            {
                length -= cut.IsIn(land.Neighbour(entry)) ? land.Nodes.Borders[entry] : 0;
            }
        }

        return length;
    }
}
