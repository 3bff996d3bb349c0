using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Tests.Reviews;

/// <summary>What the search proposes is reviewed as a boundary from anyone: its outlines in the city's own coordinates, and what it proposes.</summary>
public class SearchedPlansPassTests
{
    [Theory]
    [InlineData("cn-2021-63", 3)]
    [InlineData("cn-2021-63", 8)]
    [InlineData("chongqing-2025", 3)]
    [InlineData("chongqing-2025", 8)]
    [InlineData("guizhou-2026", 3)]
    [InlineData("shenzhen-2021", 3)]
    public void What_the_search_calls_valid_passes_review_under_the_same_pack_with_the_same_numbers(string id, int seed)
    {
        var pack = Bound(id);
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(900, seed)), new AssemblyOptions { BaselineYear = 2026 }).City);
        var plan = work.Propose(new ProposalOptions { ElectivePurpose = "dangerous housing", MinimumArea = 10_000 }, pack: pack);

        var review = Review(work, plan.Plan, pack);

        Assert.True(plan.Plan.Areas.Count > 0 || id is "shenzhen-2021", "nothing was proposed");
        Assert.Equal(plan.Plan.Areas.Select(area => area.Parcels), review.Boundaries.Select(boundary => boundary.Parcels));
        Assert.Empty(review.Notes);
        Assert.All(review.Boundaries, boundary => Assert.Equal(Verdict.Pass, boundary.Findings.Single(finding => finding.Rule.Test is ApartTest).Verdict));
        var reviewed = review.Boundaries.SelectMany(boundary => boundary.Findings).Where(finding => finding.Rule.Test is not ApartTest).ToList();
        Assert.Equal(plan.Findings.Count, reviewed.Count);
        Assert.All(plan.Findings.Zip(reviewed), pair => Same(pair.First, pair.Second));
        Assert.DoesNotContain(reviewed, finding => finding.Verdict == Verdict.Fail);
    }

    // No district of this small town is as large as Guizhou asks, and its units cross every street that is wide: without its
    // sizes and without whole units the search finds areas there under all its other rules.
    private static RulePack Bound(string id)
    {
        if (id != "guizhou-2026")
        {
            return RulePackShelf.Read(id).OrThrow();
        }

        var pack = RulePackShelf.Read(id, new Dictionary<string, double> { ["minimum_area_m2"] = 10_000, ["minimum_area_county_m2"] = 10_000, ["minimum_area_funded_m2"] = 10_000 }).OrThrow();
        return pack with { Rules = [.. pack.Rules.Where(rule => rule.Id is not ("units-uncut" or "resources-uncut"))] };
    }

    private static BoundaryReview Review(CityWork work, Plan plan, RulePack pack)
    {
        var transform = PlaneTransform.Between(work.City.Epsg, work.City.Plane);
        var shapes = GridShapes.ToSource([.. plan.Areas.Select(area => area.Outline)], transform);
        var outlines = new OutlinesUnderReview([.. plan.Areas.Select(area => area.Id)], shapes, work.City.Epsg)
        {
            Dispositions = [.. plan.Areas.Select(area => area.Dispositions)],
        };
        return BoundaryReview.Of(work, pack, outlines, new ProposalOptions());
    }

    // Outlines go through coordinates of the city's own system: their corners are known to the grid of 0.1 mm.
    private static void Same(Finding searched, Finding reviewed)
    {
        var what = $"{searched.Area} {searched.Rule.Id}";
        Assert.Equal((searched.Area, searched.Rule.Id, searched.Verdict), (reviewed.Area, reviewed.Rule.Id, reviewed.Verdict));
        Assert.Equal((what, searched.Judgement.Limit), (what, reviewed.Judgement.Limit));
        Near(what, searched.Judgement.Measured, reviewed.Judgement.Measured);
        Near(what, searched.Judgement.Evidence.Numerator, reviewed.Judgement.Evidence.Numerator);
        Near(what, searched.Judgement.Evidence.Denominator, reviewed.Judgement.Evidence.Denominator);
        Assert.Equal(searched.Judgement.Evidence.Parcels, reviewed.Judgement.Evidence.Parcels);
        Assert.Equal(searched.Judgement.Evidence.Buildings, reviewed.Judgement.Evidence.Buildings);
    }

    private static void Near(string what, Measured searched, Measured reviewed)
    {
        Assert.Equal((what, searched.State, searched.WhyNot?.Code), (what, reviewed.State, reviewed.WhyNot?.Code));
        Near(what, searched.Low, reviewed.Low);
        Near(what, searched.Value, reviewed.Value);
        Near(what, searched.High, reviewed.High);
    }

    private static void Near(string what, double? searched, double? reviewed) => Assert.True(
        searched == reviewed || (searched is { } a && reviewed is { } b && Math.Abs(a - b) <= 1e-6 * Math.Max(1, Math.Abs(a))),
        $"{what}: {searched:R} in the plan, {reviewed:R} in the review");
}
