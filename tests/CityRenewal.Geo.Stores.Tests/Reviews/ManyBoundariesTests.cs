using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Commands;

namespace CityRenewal.Geo.Stores.Tests.Reviews;

/// <summary>Areas and projects that are reviewed together, drawn as rectangles on the sample city.</summary>
public class ManyBoundariesTests
{
    private const int Epsg = 4545;

    private static readonly Lazy<CityWork> Sample = new(() =>
        new CityWork(CityFile.Open(Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg")).City));

    private static readonly Lazy<RulePack> Pack = new(() => RulePackShelf.Read("chongqing-2025").OrThrow());

    [Fact]
    public void Areas_of_one_file_that_overlap_are_told_with_the_land_that_both_claim()
    {
        var review = Review(("A", null, (0, 0, 300, 300)), ("B", null, (280, 100, 500, 200)), ("C", null, (500, 0, 600, 300)));

        var note = Assert.Single(review.Notes);
        Assert.Equal(("areas_overlap", "A", "B"), (note.Code, note.First, note.Second));
        Assert.Equal(20 * 100, note.AreaM2, 2_000 * 1e-3);
    }

    [Fact]
    public void Land_that_two_areas_claim_is_a_finding_of_both_with_its_parcels()
    {
        var review = Review(("A", null, (260, 900, 600, 1200)), ("B", null, (450, 950, 800, 1150)), ("C", null, (800, 900, 1000, 1200)));

        var (first, second) = (Of(review.Boundaries[0], "areas-apart"), Of(review.Boundaries[1], "areas-apart"));
        Assert.Equal((Verdict.Fail, Verdict.Fail), (first.Verdict, second.Verdict));
        Assert.Equal(["B"], first.Judgement.Evidence.Others);
        Assert.Equal(["A"], second.Judgement.Evidence.Others);
        int[] both = [.. review.Boundaries[0].Parcels.Intersect(review.Boundaries[1].Parcels).Order()];
        Assert.NotEmpty(both);
        Assert.Equal(both, first.Judgement.Evidence.Parcels);
        Assert.Equal(first.Judgement.Evidence.Numerator!.Value, first.Judgement.Evidence.Parts.Sum(part => part.Above), 1e-6);
        Assert.Equal(both.Sum(parcel => Sample.Value.Facts().AreaM2[parcel]), first.Judgement.Measured.Value!.Value, 1e-6);
        Assert.NotEmpty(first.Assumptions);
        Assert.Equal(Verdict.Pass, Of(review.Boundaries[2], "areas-apart").Verdict);
    }

    [Fact]
    public void Outlines_that_overlap_without_a_parcel_in_common_leave_it_marginal()
    {
        var review = Review(("A", null, (260, 900, 600, 1200)), ("B", null, (598, 950, 800, 1050)));

        Assert.Empty(review.Boundaries[0].Parcels.Intersect(review.Boundaries[1].Parcels));
        Assert.Equal(Verdict.Marginal, Of(review.Boundaries[0], "areas-apart").Verdict);
        Assert.Equal(2 * 100, Of(review.Boundaries[0], "areas-apart").Judgement.Measured.High!.Value, 1.0);
    }

    [Fact]
    public void Projects_on_each_other_and_outside_of_their_area_are_findings_of_the_projects()
    {
        var review = Review(
            ("A", null, (260, 900, 600, 1200)), ("P1", "A", (450, 900, 750, 1050)), ("P2", "A", (400, 900, 550, 1200)), ("P3", "Z", (260, 1100, 400, 1200)));

        Assert.Equal(
            [(Verdict.Fail, Verdict.Fail), (Verdict.Fail, Verdict.Pass), (Verdict.Pass, Verdict.Unknown)],
            review.Boundaries.Skip(1).Select(project => (Of(project, "projects-apart").Verdict!.Value, Of(project, "project-in-area").Verdict!.Value)));
        Assert.Equal("not_compared", Of(review.Boundaries[3], "project-in-area").Judgement.WhyNot!.Code);
        Assert.DoesNotContain(review.Boundaries[0].Findings, finding => finding.Rule.Id == "projects-apart");
        Assert.Equal(Verdict.Pass, Of(review.Boundaries[0], "areas-apart").Verdict);
    }

    [Fact]
    public void A_project_keeps_the_rules_of_projects_by_itself_and_is_found_in_its_area_by_place()
    {
        var review = Review(("A", null, (0, 0, 300, 300)), ("P", "", (50, 50, 150, 150)));

        Assert.Empty(review.Notes);
        var project = review.Boundaries[1];
        Assert.Equal("A", project.ProjectOf);
        Assert.All(project.Findings, finding => Assert.Equal(("A", "P"), (finding.Area, finding.Project)));
        Assert.Equal(
            Pack.Value.Rules.Where(rule => !rule.IsPart && rule.Scopes.Contains(RuleScope.Project) && rule.Test is not ApartTest { From: ApartTest.Register })
                .Select(rule => rule.Id),
            project.Findings.Select(finding => finding.Rule.Id));
        Assert.All(review.Boundaries[0].Findings, finding => Assert.Null(finding.Project));
    }

    [Fact]
    public void A_project_that_leaves_its_area_is_told_and_so_are_projects_on_each_other_and_projects_of_no_area()
    {
        var review = Review(
            ("A", null, (0, 0, 300, 300)), ("P1", "A", (200, 0, 350, 100)), ("P2", "A", (190, 0, 210, 300)), ("P3", "Z", (0, 200, 50, 300)));

        Assert.Equal(
            ["project_outside_area P1 A 5000", "projects_overlap P1 P2 1000", "project_without_area P3 Z 5000"],
            review.Notes.Select(note => $"{note.Code} {note.First} {note.Second} {Math.Round(note.AreaM2 / 50) * 50:0}"));
    }

    [Fact]
    public void No_slack_is_borrowed_between_an_area_and_its_project()
    {
        // All demolitions of the area stand on the project: what the area may, the project may not.
        var boundaries = new[] { ("A", (string?)null, (260.0, 900.0, 600.0, 1200.0)), ("P", "A", (300.0, 950.0, 400.0, 1050.0)) };
        var bare = Review(boundaries);
        var facts = Sample.Value.Facts();
        var inProject = bare.Boundaries[1].Parcels.ToHashSet();
        var going = bare.Boundaries[0].Parcels.SelectMany(parcel => BuildingsOn(parcel)).Distinct().Order()
            .Select(building => inProject.Contains(facts.BuildingShares.MainParcel[building])
                ? new BuildingDisposition(building, Disposition.Demolish, DemolitionKind.ElectiveCandidate, "test")
                {
                    DemolishedFloorArea = facts.Buildings.FloorArea[building].Value,
                }
                : new BuildingDisposition(building, Disposition.Retain, DemolitionKind.None, "test"))
            .ToList();

        var review = Review(boundaries, [going, null]);

        var (area, project) = (Ratio(review.Boundaries[0]), Ratio(review.Boundaries[1]));
        Assert.Equal(area.Judgement.Evidence.Numerator!.Value, project.Judgement.Evidence.Numerator!.Value, 1e-6);
        Assert.True(area.Judgement.Evidence.Denominator > 2 * project.Judgement.Evidence.Denominator);
        Assert.Equal(Verdict.Fail, project.Verdict);
        Assert.NotEqual(Verdict.Unknown, Ratio(review.Boundaries[0]).Verdict);
    }

    private static Finding Of(ReviewedBoundary boundary, string rule) => boundary.Findings.Single(finding => finding.Rule.Id == rule);

    private static Finding Ratio(ReviewedBoundary boundary) => boundary.Findings.Single(finding => finding.Rule.Id == "demolition-ratio");

    private static IEnumerable<int> BuildingsOn(int parcel)
    {
        var shares = Sample.Value.Facts().BuildingShares;
        foreach (var (building, _) in shares.BuildingsOf(parcel).ToArray())
        {
            if (shares.MainParcel[building] == parcel)
            {
                yield return building;
            }
        }
    }

    private static BoundaryReview Review(params (string Id, string? ProjectOf, (double Left, double Low, double Right, double High) Box)[] drawn) =>
        Review(drawn, []);

    // Metres east and north of a corner of the sample city.
    private static BoundaryReview Review(
        (string Id, string? ProjectOf, (double Left, double Low, double Right, double High) Box)[] drawn,
        IReadOnlyList<IReadOnlyList<BuildingDisposition>?> proposed)
    {
        const double East = 359_300, North = 3_271_500;
        var shapes = new SourceShapes
        {
            Kind = ShapeKind.Polygon, IsHole = [],
            X = [.. drawn.SelectMany(one => new[] { one.Box.Left, one.Box.Right, one.Box.Right, one.Box.Left, one.Box.Left }.Select(x => East + x))],
            Y = [.. drawn.SelectMany(one => new[] { one.Box.Low, one.Box.Low, one.Box.High, one.Box.High, one.Box.Low }.Select(y => North + y))],
            RingStart = [.. Enumerable.Range(0, drawn.Length + 1).Select(i => 5 * i)],
            FeatureStart = [.. Enumerable.Range(0, drawn.Length + 1)],
        };
        var outlines = new OutlinesUnderReview([.. drawn.Select(one => one.Id)], shapes, Epsg)
        {
            ProjectsOf = [.. drawn.Select(one => one.ProjectOf)],
            Dispositions = proposed,
        };
        return BoundaryReview.Of(Sample.Value, Pack.Value, outlines, new ProposalOptions { ReferenceYear = 2026 });
    }
}
