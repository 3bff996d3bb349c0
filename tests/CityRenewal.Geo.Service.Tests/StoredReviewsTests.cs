using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.Type;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Reviews of plans that the office keeps, and of outlines with projects, held against the register.</summary>
[Collection("service")]
public class StoredReviewsTests(RunningService service)
{
    [Fact]
    public async Task A_plan_passes_review_under_its_own_rules_with_the_numbers_that_it_states()
    {
        var plan = await service.ProposedAsync("judged");
        var review = await service.Reviews.ReviewPlanAsync(new ReviewPlanRequest { Name = plan.Name });

        Assert.Equal(plan.Areas.Select(area => (area.Id, string.Join(' ', area.Parcels))), review.Areas.Select(area => (area.Id, string.Join(' ', area.Parcels))));
        Assert.Empty(review.Warnings);
        Assert.Empty(review.BrokenLimits);
        Assert.Equal(
            plan.Findings.Select(finding => (finding.Area, finding.Rule, finding.Verdict, finding.Measured.Value)),
            review.Areas.SelectMany(area => area.Findings).Where(finding => !KeptPlans.IsAskedBetweenBoundaries(finding.Rule)).Select(finding => (finding.Area, finding.Rule, finding.Verdict, finding.Measured.Value)));
    }

    [Fact]
    public async Task Another_pack_and_set_numbers_judge_the_same_areas_anew()
    {
        var plan = await service.ProposedAsync("judged");
        var request = new ReviewPlanRequest { Name = plan.Name };
        request.Parameters["maximum_demolition_ratio"] = 0.07;
        var stricter = await service.Reviews.ReviewPlanAsync(request);
        var other = await service.Reviews.ReviewPlanAsync(new ReviewPlanRequest { Name = plan.Name, RulePack = "rulePacks/cn-2021-63" });

        Assert.All(stricter.Areas, area => Assert.Equal(0.07, area.Findings.Single(finding => finding.Rule == "demolition-ratio").Limit));
        Assert.Equal("rulePacks/cn-2021-63", other.RulePack.Name);
        Assert.All(other.Areas, area => Assert.Equal(
            other.RulePack.Rules.Select(rule => rule.Id).Where(rule => !KeptPlans.IsAskedBetweenBoundaries(rule)).Append("areas-apart").Order(),
            area.Findings.Select(finding => finding.Rule).Order()));
    }

    [Fact]
    public async Task A_plan_on_registered_land_is_told_with_all_demolition_since_the_baseline()
    {
        var plan = await service.ProposedAsync("judged");
        var registers = new Registers.RegistersClient(service.Channel);
        var entry = await registers.CreateEntryAsync(new CreateEntryRequest
        {
            Parent = KeptPlans.City + "/register", EntryId = "reviewed-land", Parcels = { plan.Areas[4].Parcels.Take(2) }, Date = new Date { Year = 2026, Month = 6, Day = 30 }, Document = "8号",
        });
        var review = await service.Reviews.ReviewPlanAsync(new ReviewPlanRequest { Name = plan.Name });

        var overlap = Assert.Single(review.Register.Overlaps, overlap => overlap.Entry == entry.Name);
        Assert.Equal((plan.Areas[4].Id, true, false), (overlap.Boundary, overlap.IsConflict, overlap.IsInside));
        Assert.Equal(entry.Parcels, overlap.Parcels);
        Assert.True(review.Register.IsOpen);
        Assert.Contains(review.Register.Findings, found => found.Finding.Area == entry.Id && found.Demolition.ExistingM2 >= 0 && found.Demolition.BaselineDate is not null);
    }

    [Fact]
    public async Task Overlapping_outlines_and_projects_without_an_area_are_told_not_mended()
    {
        var plan = await service.ProposedAsync("judged");
        var request = new ReviewAreasRequest { City = KeptPlans.City, RulePack = KeptPlans.Chongqing, EpsgCode = plan.Areas[0].EpsgCode };
        request.Outlines.Add(new Outline { Id = "一", Wkb = plan.Areas[0].OutlineWkb });
        request.Outlines.Add(new Outline { Id = "二", Wkb = plan.Areas[0].OutlineWkb });
        request.Projects.Add(new ProjectOutline { Id = "内", Wkb = plan.Areas[0].OutlineWkb, Area = "一" });
        request.Projects.Add(new ProjectOutline { Id = "外", Wkb = plan.Areas[1].OutlineWkb });
        var review = await service.Reviews.ReviewAreasAsync(request);
        request.Projects[0].Area = "三";
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await service.Reviews.ReviewAreasAsync(request));

        Assert.Contains(review.Notes, note => (note.Code, note.First, note.Second) == ("areas_overlap", "一", "二"));
        Assert.Contains(review.Notes, note => (note.Code, note.First) == ("project_without_area", "外"));
        Assert.Equal(["", "", "一", ""], review.Areas.Select(area => area.ProjectOf));
        Assert.All(review.Areas[2].Findings, finding => Assert.Equal(("一", "内"), (finding.Area, finding.Project)));
        Assert.Contains("projects[0].area", wrong.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_under_no_rules_asks_for_some_and_json_says_what_grpc_says()
    {
        var bare = await service.ProposedAsync("bare", pack: "");
        var asked = await Assert.ThrowsAsync<RpcException>(async () => await service.Reviews.ReviewPlanAsync(new ReviewPlanRequest { Name = bare.Name }));
        var wire = await service.Reviews.ReviewPlanAsync(new ReviewPlanRequest { Name = bare.Name, RulePack = KeptPlans.Chongqing });
        using var http = new HttpClient { BaseAddress = service.Json };
        var json = await (await http.PostAsJsonAsync($"v1/{bare.Name}:review", new { rulePack = KeptPlans.Chongqing })).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(StatusCode.InvalidArgument, asked.StatusCode);
        Assert.Contains("rule_pack", asked.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(wire, ReviewPlanResponse.Parser.ParseJson(json.GetRawText()));
    }
}
