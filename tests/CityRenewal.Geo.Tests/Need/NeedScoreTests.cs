using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Tests.Delineation;
using CsCheck;

namespace CityRenewal.Geo.Tests.Need;

public class NeedScoreTests
{
    [Theory]
    [InlineData(2025, 0)]
    [InlineData(2005, 0)]
    [InlineData(1990, 0.5)]
    [InlineData(1975, 1)]
    [InlineData(1900, 1)]
    [InlineData(2030, 0)]
    public void Age_runs_from_twenty_to_fifty_years(int built, double expected) =>
        Assert.Equal(expected, NeedParts.OfAge(2025, built), 12);

    [Theory]
    [InlineData(0.1, 0)]
    [InlineData(0.3, 0)]
    [InlineData(0.5, 0.5)]
    [InlineData(0.7, 1)]
    [InlineData(1.4, 1)]
    public void Density_runs_from_three_to_seven_tenths(double coverage, double expected) =>
        Assert.Equal(expected, NeedParts.OfDensity(coverage), 12);

    [Fact]
    public void The_parts_add_up_with_their_weights()
    {
        var need = Scores(new LatticeCity("A").With(new LatticeBuilding(0, 0, 10, 20) { Year = 1990, Danger = DangerGrade.C }));

        Assert.Equal((0.4 * 0.5) + (0.4 * 0.7) + (0.2 * 0.5), need.Scores[0], 9);
        Assert.Equal(1, need.KnownShares[0], 12);
    }

    [Fact]
    public void Buildings_weigh_by_floor_area()
    {
        var need = Scores(new LatticeCity("A")
            .With(new LatticeBuilding(0, 0, 10, 10) { Year = 1970, Storeys = 1 })
            .With(new LatticeBuilding(10, 10, 10, 10) { Year = 2020, Storeys = 3 }));

        Assert.Equal(0.25, need.Ages[0], 9);
    }

    [Fact]
    public void A_part_unknown_for_one_parcel_counts_as_unknown_there()
    {
        var need = Scores(new LatticeCity("AB")
            .With(new LatticeBuilding(0, 0, 10, 20) { Year = 1990, Danger = DangerGrade.C })
            .With(new LatticeBuilding(20, 0, 10, 20)));

        Assert.Equal(0.2, need.KnownShares[1], 12);
        Assert.True(double.IsNaN(need.Scores[1]));
    }

    [Fact]
    public void A_part_unknown_everywhere_leaves_the_score_of_the_whole_city()
    {
        var need = Scores(new LatticeCity("AB").With(new LatticeBuilding(0, 0, 10, 20) { Year = 1990 }));

        Assert.Equal(0, need.Weights.Danger);
        Assert.Equal(((0.4 * 0.5) + (0.2 * 0.5)) / 0.6, need.Scores[0], 9);
        Assert.Equal(1, need.KnownShares[0], 12);
        Assert.True(double.IsNaN(need.Scores[1]));
    }

    [Fact]
    public void Where_only_density_is_left_need_is_the_rank_among_built_parcels()
    {
        var need = Scores(new LatticeCity("ABCD")
            .With(new LatticeBuilding(0, 0, 2, 2))
            .With(new LatticeBuilding(20, 0, 4, 4))
            .With(new LatticeBuilding(40, 0, 4, 4)));

        Assert.True(need.IsRelative);
        Assert.Equal([1.0 / 6, 4.0 / 6, 4.0 / 6, 0], need.Scores.ToArray().Select(score => Math.Round(score, 12)).Select(score => score), new Near());
    }

    [Fact]
    public void Without_buildings_every_need_is_unknown()
    {
        var need = Scores(new LatticeCity("AB"));

        Assert.All(need.Scores.ToArray(), score => Assert.True(double.IsNaN(score)));
        Assert.Equal(0, need.Weights.Sum);
    }

    [Fact]
    public void Half_of_the_built_land_ranks_above_one_half() =>
        Gen.Select(Gen.Double[0.01, 1].Array[1, 40], Gen.Double[1, 100].Array[40]).Sample(
            (coverages, areas) =>
            {
                var ranks = CoverageRanks.Of(coverages, areas);
                var total = areas.Take(coverages.Length).Sum();
                var mean = ranks.Zip(areas, (rank, area) => rank * area).Sum() / total;
                Assert.Equal(0.5, mean, 9);
                Assert.All(ranks, rank => Assert.InRange(rank, 0, 1));
            },
            threads: 1);

    private static NeedScores Scores(LatticeCity drawn)
    {
        var city = drawn.ToCity();
        return NeedScores.Of(city, ParcelFacts.Of(city, new OverlayOptions()), 2025);
    }

    private sealed class Near : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) < 1e-9;

        public int GetHashCode(double obj) => 0;
    }
}
