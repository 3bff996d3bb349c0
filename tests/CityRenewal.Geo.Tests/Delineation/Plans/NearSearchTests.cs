using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Certificates;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Samples;
using CsCheck;

namespace CityRenewal.Geo.Tests.Delineation.Plans;

/// <summary>Searches of a large city that begin from what was found at another price of outline.</summary>
public class NearSearchTests
{
    // So few proposals as a large city gets: smaller ones keep all areas seen and begin anew at every price.
    private const int FewProposals = 100;
    private const double Rounding = 0.01;

    // Demolition binds piece by piece, so limits of reach of a rule's row are begun with too.
    private static readonly RulePack Pack = new()
    {
        Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
        Parameters = new Dictionary<string, PackParameter> { ["most"] = new("most", "most", "上限", RuleUnit.Ratio, 0.05, false, "") },
        Rules =
        [
            new PackRule
            {
                Id = "demolition", Title = "demolition", TitleChinese = "拆除", Scopes = [RuleScope.Area], Strength = RuleStrength.Must, Citation = new Citation("text", ""),
                Test = new ShareTest(new Term(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Any)]), new Term(Quantity.FloorArea, "", []), "most", LimitSense.AtMost, []),
            },
        ],
    };

    [Fact]
    public void Bounds_that_begin_from_a_near_price_are_proven_and_no_plan_is_above_them() =>
        Gen.Select(Gen.Int[1, 1_000], Gen.Double[0.5, 9], Gen.Bool).Sample(
            (seed, lambda, hasRules) =>
            {
                var near = new Town(700, seed, hasRules).Near(3, lambda);

                Assert.Empty(near.Verdict.Faults);
                Assert.Equal(near.Outcome.Bound, near.Verdict.Bound, 6);
                Assert.True(near.Worth <= near.Outcome.Bound + Rounding, $"{near.Worth} above {near.Outcome.Bound}");
            },
            iter: 12,
            threads: 1);

    [Fact]
    public void Gaps_are_no_larger_than_those_of_searches_begun_anew()
    {
        var towns = new[] { 3, 5, 7 }.Select(seed => new Town(2_500, seed, false)).ToList();
        double[] prices = [1, 1.73, 5.2];
        var near = towns.SelectMany(town => prices.Select(lambda => town.Near(3, lambda))).ToList();
        var anew = towns.SelectMany(town => prices.Select(lambda => town.Anew(lambda))).ToList();

        var (gap, gapAnew) = (near.Sum(found => found.Outcome.Bound - found.Worth), anew.Sum(found => found.Outcome.Bound - found.Worth));
        Assert.True(gap <= 1.1 * gapAnew, $"near {gap:0}, anew {gapAnew:0}");
        Assert.True(near.Sum(found => found.Worth) >= 0.99 * anew.Sum(found => found.Worth));
    }

    [Fact]
    public void The_plan_is_the_same_for_any_number_of_threads()
    {
        var town = new Town(2_500, 7, false);
        var one = town.Near(3, 1.73);
        var three = town.Near(3, 1.73, threads: 3);

        Assert.Equal(one.Outcome.Areas, three.Outcome.Areas);
        Assert.Equal((one.Outcome.Bound, one.Outcome.Work), (three.Outcome.Bound, three.Outcome.Work));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("4+900")]
    [InlineData("9+20")]
    public void A_search_that_is_ended_early_is_repeated_by_its_work(string work)
    {
        Assert.True(SearchWork.TryParse(work, out var wanted));
        var town = new Town(2_500, 7, false);
        var part = town.Near(3, 5.2, run: new SearchRun { Work = wanted });
        var again = town.Near(3, 5.2, threads: 3, run: new SearchRun { Work = part.Outcome.Work });

        Assert.True(part.Outcome.IsCutShort);
        Assert.Equal(part.Outcome.Areas, again.Outcome.Areas);
        Assert.Equal((part.Outcome.Bound, part.Outcome.Work), (again.Outcome.Bound, again.Outcome.Work));
    }

    private sealed record Found(SearchOutcome Outcome, CertificateVerdict Verdict, double Worth);

    private sealed class Town(int parcels, int seed, bool hasRules)
    {
        private readonly RulePack? _pack = hasRules ? Pack : null;
        private readonly CityWork _city = new(CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, seed)), new AssemblyOptions { BaselineYear = 2025 }).City);

        public Found Near(double from, double lambda, int threads = 1, SearchRun? run = null)
        {
            var first = Searched(WorkAt(from), SearchStart.Nothing, 1, SearchRun.Whole);
            return Told(WorkAt(lambda), new SearchStart(first.Areas, []) { Near = first.Proofs }, threads, run ?? SearchRun.Whole);
        }

        public Found Anew(double lambda) => Told(WorkAt(lambda), SearchStart.Nothing, 1, SearchRun.Whole);

        private static SearchOutcome Searched(ProposalWork work, SearchStart start, int threads, SearchRun run) =>
            new CitySearch(work.Problem, start, null) { WorkPerParcel = FewProposals }.Run(run, threads, default);

        private Found Told(ProposalWork work, SearchStart start, int threads, SearchRun run)
        {
            var outcome = Searched(work, start, threads, run);
            var certificate = PlanProof.Of(outcome, work.Problem.Limits, _city.City.DataVersion);
            var units = Enumerable.Range(0, work.Problem.Nodes.ProblemCount).Select(unit => new PartWorth(work.Problem, unit)).ToList();
            var worth = SearchStart.ByProblem(work.Problem.Nodes, outcome.Areas).Select((areas, unit) => areas.Sum(units[unit].Of)).Sum();
            return new Found(outcome, CertificateCheck.Of(work.Statement(), certificate, threads), worth);
        }

        private ProposalWork WorkAt(double lambda) => ProposalWork.Of(
            _pack, _city.GroundOf(new ProposalOptions { Lambda = lambda, ReferenceYear = 2025, Threads = 1 }, null, default), null, default);
    }
}
