using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Samples;
using CsCheck;

namespace CityRenewal.Geo.Tests.Register;

/// <summary>Boundaries held against a register, on a sample city of which the first half is one registered area.</summary>
public class RegisterReviewTests
{
    private static readonly City City = CityAssembly.From(SampleCity.Of(new SampleOptions(60, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;

    private static readonly ParcelFacts Facts = ParcelFacts.Of(City, new OverlayOptions());

    private static readonly int[] Half = [.. Enumerable.Range(0, City.Parcels.Count / 2)];

    private static readonly RulePack Pack = new()
    {
        Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
        Parameters = new Dictionary<string, PackParameter> { ["limit"] = new("limit", "limit", "上限", RuleUnit.Ratio, 0.2, false, "") },
        Rules =
        [
            new PackRule
            {
                Id = "demolition", Title = "demolition", TitleChinese = "拆除", Scopes = [RuleScope.Area], Strength = RuleStrength.InPrinciple, Citation = new Citation("text", ""),
                Test = new ShareTest(
                    new Term(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Elective)]), new Term(Quantity.FloorArea, "", []), "limit", LimitSense.AtMost, []),
            },
        ],
    };

    private static readonly PackRule HeldOnce = new()
    {
        Id = "apart", Title = "apart", TitleChinese = "不重叠", Scopes = [RuleScope.Area], Strength = RuleStrength.InPrinciple, Citation = new Citation("text", ""),
        Test = new ApartTest(ApartTest.Register),
    };

    private static void PartsReSum(RegisterReview review)
    {
        foreach (var (finding, demolition, baseline) in review.Findings)
        {
            var evidence = finding.Judgement.Evidence;
            Assert.Equal(evidence.Numerator!.Value, evidence.NamedParts.Sum(part => part.Above), 1e-6);
            Assert.Equal(evidence.Denominator!.Value, evidence.NamedParts.Sum(part => part.Below), 1e-6);
            Assert.Equal(demolition.Buildings.Select(one => one.Building.Id), evidence.NamedParts.Select(part => part.Name));
            Assert.All(evidence.NamedParts, part => Assert.Equal(baseline?.Version, part.Version));
            Assert.All(evidence.NamedParts.Where(part => part.Above > 0), part => Assert.NotEmpty(part.By));
        }
    }

    // Parcels of the area that go to a project, and houses that it takes.
    private static readonly Gen<(bool[] Land, bool[] Goes, bool[] Left)> Project = Gen.Select(Gen.Bool.Array[Half.Length], Gen.Bool.Array[City.Buildings.Count], Gen.Bool.Array[Half.Length]);

    [Fact]
    public void A_project_cut_in_two_leaves_the_sum_of_its_area_and_the_parts_sum_to_the_whole() => Project.Sample(drawn =>
    {
        int[] land = [.. Half.Where((_, i) => drawn.Land[i])], left = [.. Half.Where((_, i) => drawn.Land[i] && drawn.Left[i])];
        var register = Registered();

        var whole = Review(register, Submitted("new", land, drawn.Goes));
        var split = Review(register, Submitted("new-1", left, drawn.Goes), Submitted("new-2", [.. land.Except(left)], drawn.Goes));

        PartsReSum(whole);
        PartsReSum(split);
        Assert.Equal(AreaSum(whole), AreaSum(split));
        Assert.Equal(
            whole.Findings[0].Demolition.Elective.Value,
            split.Findings.Take(2).Sum(found => found.Demolition.Elective.Value), 1e-6);
    }, iter: 50);

    [Fact]
    public void Registering_the_first_half_of_a_project_hides_nothing_of_it() => Project.Sample(drawn =>
    {
        int[] land = [.. Half.Where((_, i) => drawn.Land[i])], left = [.. Half.Where((_, i) => drawn.Land[i] && drawn.Left[i])];
        if (left.Length == land.Length)
        {
            return;
        }

        var first = Submitted("A-1", left, drawn.Goes);
        var earlier = left.Length == 0 ? Registered() : Registered(Registers.Entry("A-1", "A", BaselineFreezing.Parcels(City, Facts, left)) with
        {
            HasDisposition = true, Claims = BaselineFreezing.Claims(City, Facts, first.Dispositions!),
        });

        Assert.Equal(
            AreaSum(Review(Registered(), Submitted("new", land, drawn.Goes))),
            AreaSum(Review(earlier, Submitted("new", [.. land.Except(left)], drawn.Goes))));
    }, iter: 50);

    [Fact]
    public void A_boundary_without_dispositions_may_fail_and_never_passes() => Project.Sample(drawn =>
    {
        int[] land = [.. Half.Where((_, i) => drawn.Land[i])];

        var review = Review(Registered(), new SubmittedLand("new", land, null));

        Assert.All(review.Findings, found => Assert.NotEqual(Verdict.Pass, found.Finding.Verdict));
    }, iter: 50);

    [Fact]
    public void Shared_land_is_that_of_the_shared_parcels()
    {
        var project = Registers.Entry("A-1", "A", BaselineFreezing.Parcels(City, Facts, Half.Take(5)));

        var overlaps = Review(Registered(project), new SubmittedLand("new", [3, 4, 5, Half.Length + 1], null)).Overlaps.ToDictionary(overlap => overlap.Entry.Id);

        Assert.Equal([true, true], [overlaps["A"].IsConflict, overlaps["A-1"].IsConflict]);
        Assert.Equal(new[] { City.Parcels.Ids[3], City.Parcels.Ids[4] }.Order(StringComparer.Ordinal), overlaps["A-1"].Parcels);
        Assert.Equal(Facts.AreaM2[3] + Facts.AreaM2[4], overlaps["A-1"].LandM2, 1e-9);
        Assert.DoesNotContain(Review(Registered(project), new SubmittedLand("A-1", [3, 4], null)).Overlaps, overlap => overlap.IsConflict);
    }

    [Fact]
    public void Land_apart_from_an_entry_whose_parcels_are_gone_is_unknown_and_land_that_is_held_twice_fails_all_the_same()
    {
        var land = BaselineFreezing.Parcels(City, Facts, Half.Take(5));
        var gone = Registers.Entry("B-1", "B", [.. land, land[0] with { Id = "renumbered" }]);

        Assert.Equal([Verdict.Pass], Apart(Registers.Entry("B-1", "B", land), [8, 9]));
        Assert.Equal([Verdict.Unknown], Apart(gone, [8, 9]));
        Assert.Equal([Verdict.Fail], Apart(gone, [3, 4]));

        static IEnumerable<Verdict?> Apart(RegisterEntry earlier, int[] parcels) => RegisterReview.Of(
            new RenewalRegister([earlier], []), (City, Facts), Pack with { Rules = [HeldOnce] }, [new SubmittedLand("new", parcels, null)]).LandFindings.Select(found => found.Verdict);
    }

    private static RenewalRegister Registered(params RegisterEntry[] projects) => new(
        [Registers.Entry("A", "A", BaselineFreezing.Parcels(City, Facts, Half)), .. projects],
        [new AreaBaseline("A", Registers.Day, 1, BaselineFreezing.Buildings(City, Facts, Half))]);

    private static SubmittedLand Submitted(string id, int[] land, bool[] goes) => new(
        id, land,
        [.. BaselineFreezing.RowsOn(Facts, land).Select(row => goes[row]
            ? new BuildingDisposition(row, Disposition.Demolish, DemolitionKind.ElectiveCandidate, "fire lane")
            : new BuildingDisposition(row, Disposition.Retain, DemolitionKind.None, "sound"))]);

    private static RegisterReview Review(RenewalRegister register, params SubmittedLand[] boundaries) => RegisterReview.Of(register, (City, Facts), Pack, boundaries);

    // Nothing where no boundary touches the area.
    private static (double, double)? AreaSum(RegisterReview review) =>
        review.Findings.FirstOrDefault(found => found.Finding is { Area: "A", Project: null })?.Demolition is { } sum ? (sum.Elective.Value, sum.Existing.Value) : null;
}
