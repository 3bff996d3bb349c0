using CityRenewal.Geo.Defects;
using CsCheck;

namespace CityRenewal.Geo.Tests.Defects;

public class CulpritsTests
{
    [Fact]
    public void Who_is_at_odds_with_most_is_named_alone() =>
        Assert.Equal([5], Culprits.Of([(1, 5), (2, 5), (5, 9)]).Keys);

    [Fact]
    public void Where_it_is_one_against_one_both_are_named() =>
        Assert.Equal([3, 4], Culprits.Of([(3, 4)]).Keys);

    [Fact]
    public void Every_pair_is_explained_by_one_of_its_two() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[21, 40]).Array[0, 60].Sample(pairs =>
        {
            var named = Culprits.Of(pairs.Distinct().ToList());
            return pairs.All(pair => named.ContainsKey(pair.Item1) || named.ContainsKey(pair.Item2));
        });

    [Fact]
    public void The_order_of_the_pairs_does_not_matter() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[21, 40]).Array[0, 60].Sample(pairs =>
        {
            var distinct = pairs.Distinct().ToList();
            var named = Culprits.Of(distinct).Keys.ToList();
            distinct.Reverse();
            return named.SequenceEqual(Culprits.Of(distinct).Keys);
        });
}
