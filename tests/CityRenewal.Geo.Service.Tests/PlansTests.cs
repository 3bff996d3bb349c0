using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Grpc.Core;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Tests;

[Collection("service")]
public class PlansTests(RunningService service)
{
    [Fact]
    public async Task A_proposal_reports_progress_and_ends_with_its_plan()
    {
        var events = await WatchAsync(new WatchProposalRequest { City = "cities/sample" });

        Assert.Contains(events, step => step.EventCase == WatchProposalResponse.EventOneofCase.Progress);
        Assert.Equal(WatchProposalResponse.EventOneofCase.Plan, events[^1].EventCase);
        Assert.Single(events, step => step.EventCase == WatchProposalResponse.EventOneofCase.Plan);
        var plan = events[^1].Plan;
        Assert.NotEmpty(plan.Areas);
        Assert.True(plan.Bound >= plan.Objective);
        Assert.Contains("不替代法定审查", plan.Disclaimer);
    }

    [Fact]
    public async Task An_area_of_the_plan_carries_its_outline_and_its_measures()
    {
        var area = (await WatchAsync(new WatchProposalRequest { City = "cities/sample" }))[^1].Plan.Areas[0];

        var outline = new WKBReader().Read(area.OutlineWkb.ToByteArray());
        Assert.True(outline.IsValid);
        Assert.Equal(4490, area.EpsgCode);
        Assert.InRange(outline.Centroid.X, 105, 111);
        Assert.Contains(area.Measures, measure => measure.Name == "demolition_ratio");
        Assert.NotEmpty(area.Parcels);
    }

    [Fact]
    public async Task The_same_request_gives_the_same_plan()
    {
        var first = (await WatchAsync(new WatchProposalRequest { City = "cities/sample" }))[^1].Plan;
        var second = (await WatchAsync(new WatchProposalRequest { City = "cities/sample" }))[^1].Plan;

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Alternatives_come_before_the_first_plan_with_what_they_are_compared_by()
    {
        var events = await WatchAsync(new WatchProposalRequest
        {
            City = "cities/sample", Options = new ProposalOptions { Alternatives = 3 },
        });
        var alternatives = events.Where(step => step.EventCase == WatchProposalResponse.EventOneofCase.Alternative).Select(step => step.Alternative).ToList();
        var plan = events[^1].Plan;

        Assert.Equal(2, alternatives.Count);
        Assert.Equal([1, 2, 3], alternatives.Prepend(plan).Select(each => each.Comparison.Rank));
        Assert.All(alternatives, each => Assert.True(each.Comparison.ObjectiveAtRequest <= plan.Comparison.ObjectiveAtRequest));
        Assert.Equal(5, plan.Front.Count);
        Assert.All(
            alternatives.Append(plan),
            each => Assert.All(plan.Front, line => Assert.True(each.Comparison.NetBenefitM2 <= line.Bound + (line.Lambda * each.Comparison.PerimeterM) + 1e-6)));
    }

    [Fact]
    public async Task Progress_tells_what_is_found_and_what_could_be()
    {
        var told = (await WatchAsync(new WatchProposalRequest { City = "cities/sample" }))
            .Where(step => step.Progress is { HasFound: true }).Select(step => step.Progress).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, step => Assert.True(step.Found <= step.Bound + 1e-6));
        Assert.Equal(told.Select(step => step.Found).Order(), told.Select(step => step.Found));
        Assert.Equal(told.Select(step => step.Bound).OrderDescending(), told.Select(step => step.Bound));
    }

    [Fact]
    public async Task A_city_that_is_not_held_is_not_found_and_a_list_is_pointed_to()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(() => WatchAsync(new WatchProposalRequest { City = "cities/atlantis" }));

        Assert.Equal(StatusCode.NotFound, fault.StatusCode);
        Assert.Contains("list the cities", fault.Status.Detail);
    }

    [Fact]
    public async Task Options_that_contradict_each_other_are_refused_by_field()
    {
        var fault = await Assert.ThrowsAsync<RpcException>(() => WatchAsync(new WatchProposalRequest
        {
            City = "cities/sample",
            Options = new ProposalOptions { Lambda = -1, MinimumAreaM2 = 50_000, MaximumAreaM2 = 10_000 },
        }));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        var fields = fault.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field).ToList();
        Assert.Contains("options.lambda", fields);
        Assert.True(fields.Count >= 2);
    }

    [Fact]
    public async Task Limits_of_a_request_are_kept_and_told_with_the_plan()
    {
        var limits = new PlanLimits { MostAreas = new PricedLimit { Value = 2 }, LandBudgetM2 = new PricedLimit { Value = 300_000 } };
        var plan = (await WatchAsync(new WatchProposalRequest { City = "cities/sample", Options = new ProposalOptions { Limits = limits } }))[^1].Plan;

        Assert.InRange(plan.Areas.Count, 1, 2);
        Assert.True(plan.Areas.Sum(area => area.NetAreaM2) <= 300_000);
        Assert.Equal(limits, plan.Limits);
    }

    [Fact]
    public async Task Limits_that_contradict_each_other_the_city_or_themselves_are_refused_by_field()
    {
        var limits = new PlanLimits { Rules = "rules: [{id: a, title: b, share: {above: {sum: floor_area}}}]" };
        limits.MustLink.Add(new ParcelList { Parcels = { "nobody", "no one" } });
        var broken = await Assert.ThrowsAsync<RpcException>(() => WatchAsync(new WatchProposalRequest
        {
            City = "cities/sample", Options = new ProposalOptions { Limits = limits },
        }));
        limits.Rules = "";
        var foreign = await Assert.ThrowsAsync<RpcException>(() => WatchAsync(new WatchProposalRequest
        {
            City = "cities/sample", Options = new ProposalOptions { Limits = limits },
        }));

        Assert.All(FieldsOf(broken), field => Assert.StartsWith("options.limits.rules", field, StringComparison.Ordinal));
        Assert.Equal(["options.limits.must_link[0].parcels[0]", "options.limits.must_link[0].parcels[1]"], FieldsOf(foreign));
    }

    [Fact]
    public async Task Limits_that_leave_nothing_are_named_with_what_frees_a_plan()
    {
        var plan = (await WatchAsync(new WatchProposalRequest
        {
            City = "cities/sample",
            Options = new ProposalOptions { MinimumAreaM2 = 350_000 },
        }))[^1].Plan;

        Assert.Empty(plan.Areas);
        Assert.Contains(plan.Conflict.Limits, limit => limit is { Limit: "minimum_area_m2", FreeingValue.Length: > 0 });
    }

    private static List<string> FieldsOf(RpcException fault) =>
        [.. fault.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field)];

    [Fact]
    public async Task The_same_proposal_as_JSON_is_one_object_a_line_and_the_same_plan()
    {
        var grpc = (await WatchAsync(new WatchProposalRequest { City = "cities/sample" }))[^1].Plan;
        using var http = new HttpClient { BaseAddress = service.Json };

        var answer = await http.PostAsync("/v1/cities/sample/plans:watchProposal", new StringContent("{}", Encoding.UTF8, "application/json"));
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var plan = JsonDocument.Parse(lines[^1]).RootElement.GetProperty("plan");
        Assert.Equal(grpc.Objective, plan.GetProperty("objective").GetDouble());
        Assert.Equal(grpc.Areas.Count, plan.GetProperty("areas").GetArrayLength());
    }

    private async Task<List<WatchProposalResponse>> WatchAsync(WatchProposalRequest request)
    {
        using var call = service.Plans.WatchProposal(request);
        var events = new List<WatchProposalResponse>();
        await foreach (var step in call.ResponseStream.ReadAllAsync())
        {
            events.Add(step);
        }

        return events;
    }
}
