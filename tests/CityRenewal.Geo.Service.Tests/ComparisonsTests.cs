using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Two versions of a plan compared over the wire.</summary>
[Collection("service")]
public class ComparisonsTests(RunningService service)
{
    private Comparisons.ComparisonsClient Comparisons => new(service.Channel);

    [Fact]
    public async Task A_plan_is_nothing_else_than_itself()
    {
        var plan = await service.ProposedAsync("judged");
        var comparison = await Comparisons.ComparePlansAsync(new ComparePlansRequest { Parent = KeptPlans.City, OldPlan = plan.Name, NewPlan = plan.Name });

        Assert.True(comparison.IsNothing);
        Assert.All(comparison.Groups, group => Assert.Equal(ComparedGroupKind.SameLand, group.Kind));
        Assert.Equal(plan.Areas.Count, comparison.Groups.Count);
        Assert.Equal(plan.Name, comparison.OldVersion.Plan);
    }

    [Fact]
    public async Task What_left_an_area_is_told_and_the_other_way_about_tells_the_same()
    {
        var plan = await service.ProposedAsync("judged");
        var left = plan.Areas[0].Parcels[0];
        var request = new CreatePlanRequest { Parent = KeptPlans.City, PlanId = "compared", RulePack = KeptPlans.Chongqing };
        request.Areas.Add(new DrawnArea { Id = "小", Parcels = { plan.Areas[0].Parcels.Skip(1) } });
        var drawn = await service.Plans.CreatePlanAsync(request);
        var forth = await Comparisons.ComparePlansAsync(new ComparePlansRequest { Parent = KeptPlans.City, OldPlan = plan.Name, NewPlan = drawn.Name });
        var back = await Comparisons.ComparePlansAsync(new ComparePlansRequest { Parent = KeptPlans.City, OldPlan = drawn.Name, NewPlan = plan.Name });

        var group = Assert.Single(forth.Groups, group => group.NewAreas.Count > 0);
        Assert.Equal((ComparedGroupKind.Changed, "小"), (group.Kind, group.NewAreas[0]));
        Assert.True(group.Links[0].LostM2 > 0);
        Assert.Contains(forth.ParcelsOut, move => move.Parcel == left && move.OldArea == plan.Areas[0].Id);
        Assert.Equal(plan.Areas.Count - 1, forth.Groups.Count(one => one.Kind == ComparedGroupKind.Gone));
        Assert.Equal(forth.ParcelsOut.Select(move => (move.Parcel, move.OldArea)), back.ParcelsIn.Select(move => (move.Parcel, move.NewArea)));
    }

    [Fact]
    public async Task Plans_of_two_cities_and_plans_that_are_not_there_are_refused_and_json_says_the_same()
    {
        var plan = await service.ProposedAsync("judged");
        var foreign = await Assert.ThrowsAsync<RpcException>(async () => await Comparisons.ComparePlansAsync(new ComparePlansRequest { Parent = KeptPlans.City, OldPlan = "cities/atlantis/plans/a", NewPlan = plan.Name }));
        var missing = await Assert.ThrowsAsync<RpcException>(async () => await Comparisons.ComparePlansAsync(new ComparePlansRequest { Parent = KeptPlans.City, OldPlan = plan.Name, NewPlan = KeptPlans.City + "/plans/none" }));
        var wire = await Comparisons.ComparePlansAsync(new ComparePlansRequest { Parent = KeptPlans.City, OldPlan = plan.Name, NewPlan = plan.Name });
        using var http = new HttpClient { BaseAddress = service.Json };
        var json = await http.GetFromJsonAsync<JsonElement>($"v1/{KeptPlans.City}/plans:compare?oldPlan={plan.Name}&newPlan={plan.Name}");

        Assert.Equal((StatusCode.InvalidArgument, StatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
        Assert.Equal(wire, ComparePlansResponse.Parser.ParseJson(json.GetRawText()));
    }
}
