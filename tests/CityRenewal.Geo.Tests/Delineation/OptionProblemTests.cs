using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>What planners are told of options and limits that cannot be meant.</summary>
public class OptionProblemTests
{
    [Fact]
    public void Whatever_is_wrong_with_options_and_limits_is_told_in_both_languages()
    {
        var city = new LatticeCity("AB").Ground(new ProposalOptions()).City;
        var options = new ProposalOptions
        {
            Lambda = -1, MinimumArea = 5, MaximumArea = 2, NeedThreshold = double.NaN, RenovationAge = 0, ReferenceYear = 1, Alternatives = 0, Threads = -1,
            LockedIn = ["P00", "nobody"], LockedOut = ["P00"], Limits = Wrong(),
            From = new ExistingPlan([new ExistingArea("A1", ["P00", "no one"]), new ExistingArea("A2", ["P00"])]),
        };
        IReadOnlyList<OptionProblem> problems = [.. ProposalOptionChecks.Check(options), .. ProposalOptionChecks.CheckIn(city, options)];

        Assert.True(problems.Select(problem => problem.Message).Distinct().Count() >= 25, string.Join('\n', problems));
        Assert.All(problems, problem => Assert.Contains(problem.TextChinese, letter => letter is >= '一' and <= '鿿'));
        Assert.All(problems, problem => Assert.StartsWith($"{problem.Message} {problem.Remedy}", problem.Said, StringComparison.Ordinal));
    }

    private static PlanLimits Wrong() => new()
    {
        FewestAreas = new PricedLimit(3), MostAreas = new PricedLimit(2), LandBudget = new PricedLimit(1), CostBudget = new PricedLimit(1),
        LeastPolsbyPopper = new PricedLimit(2), Spacing = new PricedLimit(-1),
        MustLink = [["P00"], ["P00", "P01"]], LinkPrices = [new LinkPrice(["P01"], -1)], CannotLink = [new ApartGroup(["P00", "P01"])],
        KeepWhole =
        [
            new WholeGroup { Name = "neither" }, new WholeGroup { Division = "nowhere", IsObligatory = true }, new WholeGroup { Parcels = ["P00"], IsObligatory = true, Price = 1 },
        ],
        DivisionPrices = [new DivisionPrice(LayerNames.PlanningUnits, 1)], Crossings = [new CrossingPrice("wall", 1), new CrossingPrice("wall", 1)],
        Projects = [new ProjectRequest { Id = "", Parcels = [], Phase = -1 }, new ProjectRequest { Id = "J", Parcels = ["P00"] }, new ProjectRequest { Id = "K", Parcels = ["P00"] }],
    };
}
