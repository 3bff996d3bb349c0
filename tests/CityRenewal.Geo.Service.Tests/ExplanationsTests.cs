using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

[Collection("service")]
public class ExplanationsTests(RunningService service)
{
    [Fact]
    public async Task A_plan_that_was_proposed_is_explained_with_its_numbers()
    {
        var request = await RequestAsync();
        request.Parcels.AddRange(request.Areas[0].Parcels.Take(3));
        var answer = await service.Explanations.ExplainPlanAsync(request);

        Assert.Equal(1_000, answer.Reasons.Sum(count => count.Parcels));
        Assert.Equal(request.Areas.Count, answer.Areas.Count);
        Assert.All(answer.Areas, area => Assert.Equal(1, area.Stops.Sum(stop => stop.Share), 9));
        Assert.All(answer.Parcels, parcel =>
        {
            var flip = Assert.Single(parcel.Flips);
            Assert.Equal(request.Areas[0].Id, flip.Area);
            Assert.Equal(flip.ObjectiveChangeM2, flip.BenefitM2 + flip.OutlinePriceM2 + flip.OpeningPriceM2 + flip.PenaltiesM2, 6);
            Assert.Equal(1, parcel.InPlans);
        });
        Assert.Contains("不替代法定审查", answer.Disclaimer);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_field_and_all_at_once()
    {
        var request = new ExplainPlanRequest { City = "cities/sample", Parcels = { "nowhere" }, Areas = { new AreaMembers { Id = "A001" } } };
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await service.Explanations.ExplainPlanAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        Assert.Equal(
            ["areas[0].parcels", "parcels[0]"],
            fault.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field).Order());
    }

    [Fact]
    public async Task The_same_call_as_JSON_says_the_same()
    {
        var request = await RequestAsync();
        request.Parcels.Add(request.Areas[0].Parcels[0]);
        var grpc = await service.Explanations.ExplainPlanAsync(request);
        using var http = new HttpClient { BaseAddress = service.Json };
        request.City = "";

        var body = new StringContent(JsonFormatter.Default.Format(request), Encoding.UTF8, "application/json");
        var answer = await http.PostAsync("/v1/cities/sample/plans:explain", body);
        var parcel = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("parcels")[0];

        Assert.Equal(grpc.Parcels[0].Reason, parcel.GetProperty("reason").GetString());
        Assert.Equal(grpc.Parcels[0].Flips[0].ObjectiveChangeM2, parcel.GetProperty("flips")[0].GetProperty("objectiveChangeM2").GetDouble());
    }

    [Fact]
    public async Task A_stored_plan_is_explained_by_its_name_as_its_areas_are_under_its_rules()
    {
        var plan = await service.ProposedAsync("judged");
        var given = new ExplainPlanRequest { City = KeptPlans.City, RulePack = KeptPlans.Chongqing, Parcels = { plan.Areas[0].Parcels.Take(2) } };
        given.Areas.AddRange(plan.Areas.Select(area => new AreaMembers { Id = area.Id, Parcels = { area.Parcels } }));
        var named = new ExplainPlanRequest { Plan = plan.Name, Parcels = { given.Parcels } };
        var answer = await service.Explanations.ExplainPlanAsync(named);
        named.OtherStoredPlans.Add(plan.Name);
        var twice = await service.Explanations.ExplainPlanAsync(named);
        using var http = new HttpClient { BaseAddress = service.Json };
        var json = await http.PostAsync($"/v1/{plan.Name}:explain", new StringContent($$"""{"parcels": ["{{given.Parcels[0]}}"]}""", Encoding.UTF8, "application/json"));

        Assert.Equal(await service.Explanations.ExplainPlanAsync(given), answer);
        Assert.All(twice.Parcels, parcel => Assert.Equal(2, parcel.InPlans));
        Assert.Equal(answer.Parcels[0], ExplainPlanResponse.Parser.ParseJson(await json.Content.ReadAsStringAsync()).Parcels[0]);
    }

    [Fact]
    public async Task A_stored_plan_brings_its_own_areas_and_rules_and_lies_in_the_city_that_is_named()
    {
        var plan = await service.ProposedAsync("judged");
        var both = await Assert.ThrowsAsync<RpcException>(async () => await service.Explanations.ExplainPlanAsync(new ExplainPlanRequest { Plan = plan.Name, RulePack = KeptPlans.Chongqing }));
        var elsewhere = await Assert.ThrowsAsync<RpcException>(async () => await service.Explanations.ExplainPlanAsync(new ExplainPlanRequest { Plan = plan.Name, City = "cities/atlantis", Parcels = { "nowhere" } }));

        Assert.Contains("plan", both.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(["city", "parcels[0]"], elsewhere.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field));
    }

    private async Task<ExplainPlanRequest> RequestAsync()
    {
        using var call = service.Plans.WatchProposal(new WatchProposalRequest { City = "cities/sample" });
        Plan? plan = null;
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            plan = step.Plan ?? plan;
        }

        var request = new ExplainPlanRequest { City = "cities/sample" };
        request.Areas.AddRange(plan!.Areas.Select(area => new AreaMembers { Id = area.Id, Parcels = { area.Parcels } }));
        return request;
    }
}
