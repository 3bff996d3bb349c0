using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Tests.Editing;
using CsCheck;

namespace CityRenewal.Geo.Stores.Tests.Editing;

/// <summary>Long random walks of edits on the sample city under a rule pack, held against fresh measurements of the same parcels.</summary>
public class EditWalkTests
{
    private const int Walk = 1_000;
    private const int Stage = 125;

    private static readonly Lazy<RulePack> Pack = new(() => RulePackShelf.Read("chongqing-2025").OrThrow());
    private static readonly Lazy<(CityWork Work, MeasuredPlan Plan)> Sample = new(() =>
    {
        var work = Opened();
        return (work, work.Propose(new ProposalOptions { ElectivePurpose = "dangerous housing" }, pack: Pack.Value));
    });

    [Fact]
    public void After_any_walk_every_number_and_verdict_is_that_of_a_fresh_measurement() =>
        Gen.Int[0, int.MaxValue].Array[Walk].Sample(
            numbers =>
            {
                var session = PlanEditing.Open(Sample.Value.Work, Sample.Value.Plan);
                var edits = new RandomEdits(session, Graph(Sample.Value.Work));
                for (var at = 0; at < numbers.Length; at++)
                {
                    edits.Make(numbers[at]);
                    if ((at + 1) % Stage == 0)
                    {
                        Assert.Equal(Afresh(session), EditDump.Of(session));
                        AgreesWithAPlanMeasuredWhole(session);
                    }
                }
            },
            iter: 2, threads: 1);

    [Fact]
    public void All_of_a_walk_taken_back_is_the_plan_to_the_last_bit() =>
        Gen.Int[0, int.MaxValue].Array[300].Sample(
            numbers =>
            {
                var session = PlanEditing.Open(Sample.Value.Work, Sample.Value.Plan);
                var (before, edits) = (EditDump.Of(session), new RandomEdits(session, Graph(Sample.Value.Work)));
                foreach (var number in numbers)
                {
                    edits.Make(number);
                }

                var after = EditDump.Of(session);
                var steps = 0;
                for (; session.CanUndo; steps++)
                {
                    session.Undo();
                }

                Assert.Equal(before, EditDump.Of(session));
                for (; steps > 0; steps--)
                {
                    session.Redo();
                }

                Assert.Equal(after, EditDump.Of(session));
            },
            iter: 2, threads: 1);

    [Fact]
    public void An_edited_boundary_is_judged_as_a_review_of_its_outline_judges_it() =>
        Gen.Int[0, int.MaxValue].Array[60].Sample(
            numbers =>
            {
                var work = Sample.Value.Work;
                var options = new ProposalOptions();
                var session = PlanEditing.Open(Review(work, Sample.Value.Plan.Plan.Areas, options), work, options);
                var edits = new RandomEdits(session, Graph(work));
                foreach (var number in numbers)
                {
                    edits.Make(number);
                }

                var review = Review(work, [.. session.Areas.Select(area => area.Area)], options);
                foreach (var (area, boundary) in session.Areas.Zip(review.Boundaries))
                {
                    Assert.Equal(area.Area.Parcels, boundary.Parcels);

                    // Land that is held twice is found between boundaries; parcels of a session are in one area each.
                    var ofItself = boundary.Findings.Where(finding => !finding.Rule.Id.EndsWith("-apart", StringComparison.Ordinal)).ToList();
                    Assert.Equal(area.Findings.Count, ofItself.Count);
                    foreach (var (ours, fresh) in area.Findings.Zip(ofItself))
                    {
                        Assert.Equal((ours.Rule.Id, ours.Verdict), (fresh.Rule.Id, fresh.Verdict));
                        Near(ours.Judgement.Measured, fresh.Judgement.Measured, ours.Rule.Id);
                    }
                }
            },
            iter: 4, threads: 1);

    private static CityWork Opened() => new(CityFile.Open(Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg")).City);

    private static ContiguityGraph Graph(CityWork work) => work.Graph(new GraphOptions(new ProposalOptions().StreetWidth, new ProposalOptions().MinimumContact));

    /// <summary>The areas of a session in a session that never saw them before.</summary>
    private static string Afresh(EditSession session)
    {
        var plan = session.ToPlan().Plan;
        var fresh = PlanEditing.Open(Opened(), (plan.Options, Pack.Value), EditStart.From(plan, session.City) with { Earlier = session.Edits });
        return EditDump.Of(fresh);
    }

    private static void AgreesWithAPlanMeasuredWhole(EditSession session)
    {
        var (measured, _) = PlanEditing.Measure(session);
        Assert.Equal(session.Areas.Count, measured.Measures.Count);
        for (var i = 0; i < session.Areas.Count; i++)
        {
            Assert.All(session.Areas[i].Measures.All, measure => Assert.Equal(measured.Measures[i][measure.Name.Wire], measure.Value));
            Assert.Equal(measured.Measures[i]["gross_area_m2"].OrNaN, session.Areas[i].Area.GrossArea, 1e-6);
            Assert.Equal(measured.Measures[i]["perimeter_m"].OrNaN, session.Areas[i].Area.Perimeter, 1e-6);
        }
    }

    // A boundary as somebody would send it: its outline in the city's own coordinates.
    private static BoundaryReview Review(CityWork work, IReadOnlyList<RenewalArea> areas, ProposalOptions options)
    {
        var transform = Shapes.PlaneTransform.Between(work.City.Epsg, work.City.Plane);
        var shapes = GridShapes.ToSource([.. areas.Select(area => area.Outline)], transform);
        return BoundaryReview.Of(work, Pack.Value, new OutlinesUnderReview([.. areas.Select(area => area.Id)], shapes, work.City.Epsg), options);
    }

    private static void Near(Measured ours, Measured fresh, string rule)
    {
        Assert.Equal((ours.State, ours.WhyNot?.Code), (fresh.State, fresh.WhyNot?.Code));
        Assert.True(
            ours.Value is not { } value || Math.Abs(value - fresh.Value!.Value) <= 1e-9 * Math.Max(1, Math.Abs(value)),
            $"{rule}: {ours.Value:R} against {fresh.Value:R}");
    }
}
