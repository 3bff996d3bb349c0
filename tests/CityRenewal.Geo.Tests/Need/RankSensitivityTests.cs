using CityRenewal.Geo.Need;
using CsCheck;

namespace CityRenewal.Geo.Tests.Need;

public class RankSensitivityTests
{
    private static readonly NeedWeights Half = new(0.5, 0.5, 0);

    [Fact]
    public void Ranks_by_hand_with_every_weight_halved_and_raised_by_half()
    {
        // Needs 0.5, 0.45, 0.1. With age raised: (0.75·0.2 + 0.5·0.8)/1.25 = 0.44 against (0.75·0.9 + 0)/1.25 = 0.54: they change places.
        var ranked = RankSensitivity.Of([Area("A", 0.2, 0.8), Area("B", 0.9, 0), Area("C", 0.1, 0.1)]);

        Assert.Equal(["A 1 1-2", "B 2 1-2", "C 3 3-3"], ranked.Select(Words));
    }

    [Fact]
    public void Equal_needs_are_ranked_by_id() =>
        Assert.Equal(["A 1 1-1", "B 2 2-2"], RankSensitivity.Of([Area("B", 0.5, 0.5), Area("A", 0.5, 0.5)]).Select(Words));

    [Fact]
    public void An_area_of_unknown_need_has_no_rank_and_takes_none() => Assert.Equal(
        ["B 1 1-1", "C 2 2-2", "A  -"],
        RankSensitivity.Of([Area("A", double.NaN, double.NaN), Area("B", 0.5, 0.5), Area("C", 0, double.NaN)]).Select(Words));

    [Fact]
    public void Areas_with_profiles_of_their_own_change_the_same_part_together()
    {
        var ranked = RankSensitivity.Of([Area("A", 0.9, 0.1), new("B", Parts(0.9, 0.1), new NeedWeights(0.9, 0.1, 0))]);

        Assert.Equal(["B 1 1-1", "A 2 2-2"], ranked.Select(Words));
    }

    [Fact]
    public void The_rank_lies_between_its_best_and_worst_and_the_order_of_areas_changes_nothing() =>
        Gen.Select(Gen.Double[0, 1].Array[6].Array[1, 9], Gen.Double[0.01, 1].Array[6], Gen.Int[0, 1000]).Sample(
            (parts, weights, turn) =>
            {
                var profile = NeedWeights.From(part => weights[(int)part]);
                var areas = parts.Select((values, i) => new AreaNeed($"A{i}", values, profile)).ToList();
                var ranked = RankSensitivity.Of(areas);
                Assert.Equal(Enumerable.Range(1, areas.Count), ranked.Select(area => area.Rank!.Value));
                Assert.All(ranked, area => Assert.True(area.BestRank <= area.Rank && area.Rank <= area.WorstRank));
                Assert.Equal(ranked, RankSensitivity.Of([.. areas.Skip(turn % areas.Count), .. areas.Take(turn % areas.Count)]));
                // An area that is worse in every part than another never overtakes it.
                Assert.All(
                    from one in ranked
                    from other in ranked
                    where one.Area.Parts.Zip(other.Area.Parts, (x, y) => x > y).All(isMore => isMore)
                    select (one, other),
                    pair => Assert.True(pair.one.BestRank <= pair.other.BestRank && pair.one.WorstRank <= pair.other.WorstRank));
            },
            threads: 1);

    private static string Words(RankedArea area) => $"{area.Area.Id} {area.Rank} {area.BestRank}-{area.WorstRank}";

    private static AreaNeed Area(string id, double age, double danger) => new(id, Parts(age, danger), Half);

    private static double[] Parts(double age, double danger) => [age, danger, double.NaN, double.NaN, double.NaN, double.NaN];
}
