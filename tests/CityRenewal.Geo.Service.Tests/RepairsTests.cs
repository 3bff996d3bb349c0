using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Stored plans repaired as operations.</summary>
[Collection("service")]
public class RepairsTests(RunningService service)
{
    private V1.Repairs.RepairsClient Repairs => new(service.Channel);

    [Fact]
    public async Task A_plan_that_demolishes_too_much_gets_a_version_that_keeps_the_rule_and_the_price_of_that()
    {
        var plan = await DemolishingAsync("failing-1");
        var opinions = new Opinions.OpinionsClient(service.Channel);
        var failing = plan.Findings.Where(finding => finding.Rule == "demolition-ratio").MaxBy(finding => finding.Measured.Value)!;
        var limit = (failing.Measured.HasLow ? failing.Measured.Low : failing.Measured.Value) * 0.8;
        var request = new RepairPlanRequest { Name = plan.Name, PlanId = "repaired-1", Title = "修正稿", Areas = { failing.Area } };
        request.Parameters["maximum_demolition_ratio"] = limit;
        await opinions.CreateOpinionAsync(new CreateOpinionRequest { Parent = plan.Name, Area = failing.Area, Rule = failing.Rule, Text = "拆除过多", Reason = "超限" });
        var answer = await service.ResponseAsync<RepairPlanResponse>(await Repairs.RepairPlanAsync(request));

        var repair = Assert.Single(answer.Repairs);
        Assert.True(repair.IsNeeded);
        Assert.True(repair.IsMade, string.Join("; ", repair.Faults));
        var rule = Assert.Single(repair.Rules, rule => rule.Rule == "demolition-ratio");
        Assert.Equal(Verdict.Pass, rule.VerdictAfter);
        Assert.True(rule.Change.DemolitionsGivenUp.Count + rule.Change.ParcelsIn.Count + rule.Change.ParcelsOut.Count > 0);
        var repaired = await service.Plans.GetPlanAsync(new GetPlanRequest { Name = answer.Plan });
        Assert.Equal((plan.Name, "修正稿", PlanState.Draft), (repaired.From, repaired.Title, repaired.State));
        Assert.True(repaired.Findings.First(finding => finding.Area == failing.Area && finding.Rule == failing.Rule).Measured.Value <= limit);
        var carried = Assert.Single((await opinions.ListOpinionsAsync(new ListOpinionsRequest { Parent = repaired.Name })).Opinions);
        Assert.Equal(("拆除过多", FindingSince.Changed), (carried.Text, carried.FindingSince));
    }

    [Fact]
    public async Task A_plan_that_fails_nothing_is_left_alone_and_no_plan_is_kept()
    {
        var plan = await service.ProposedAsync("judged");
        var answer = await service.ResponseAsync<RepairPlanResponse>(await Repairs.RepairPlanAsync(new RepairPlanRequest { Name = plan.Name, PlanId = "not-repaired" }));

        Assert.Empty(answer.Plan);
        Assert.All(answer.Repairs, repair => Assert.False(repair.IsNeeded));
        await Assert.ThrowsAsync<RpcException>(async () => await service.Plans.GetPlanAsync(new GetPlanRequest { Name = KeptPlans.City + "/plans/not-repaired" }));
    }

    [Fact]
    public async Task Everything_wrong_is_told_before_anything_is_begun_and_the_same_request_is_one_operation()
    {
        var plan = await service.ProposedAsync("judged");
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await Repairs.RepairPlanAsync(new RepairPlanRequest { Name = plan.Name, Areas = { "A999" }, PlanId = "No Id" }));
        var taken = await Assert.ThrowsAsync<RpcException>(async () => await Repairs.RepairPlanAsync(new RepairPlanRequest { Name = plan.Name, PlanId = "judged" }));
        var request = new RepairPlanRequest { Name = plan.Name, RequestId = "repair-once" };
        var (first, second) = (await Repairs.RepairPlanAsync(request), await Repairs.RepairPlanAsync(request));
        using var http = new HttpClient { BaseAddress = service.Json };
        var json = await (await http.PostAsJsonAsync($"v1/{plan.Name}:repair", new { validateOnly = true })).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(["plan_id", "areas[0]"], wrong.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
        Assert.Equal(StatusCode.AlreadyExists, taken.StatusCode);
        Assert.Equal(first.Name, second.Name);
        Assert.True(json.GetProperty("done").GetBoolean());
        await service.WaitAsync(first.Name);
    }

    private async Task<Plan> DemolishingAsync(string id)
    {
        var request = new ProposePlansRequest { Parent = KeptPlans.City, PlanId = id, RulePack = KeptPlans.Chongqing, Options = new ProposalOptions { ElectivePurpose = "危房改造" } };
        await service.ResponseAsync<ProposePlansResponse>(await service.Plans.ProposePlansAsync(request));
        return await service.Plans.GetPlanAsync(new GetPlanRequest { Name = $"{KeptPlans.City}/plans/{id}" });
    }
}
