using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Plans that the office keeps: proposed as an operation, drawn by hand, led through the office.</summary>
[Collection("service")]
public class KeptPlansTests(RunningService service)
{
    [Fact]
    public async Task A_plan_that_is_asked_for_again_is_told_as_it_is_now_also_when_another_took_its_id()
    {
        var parcels = (await service.ProposedAsync("judged")).Areas.SelectMany(area => area.Parcels).Take(2).ToList();
        var first = await DrawnAnewAsync(parcels[0]);
        var (read, again) = (await service.Plans.GetPlanAsync(new GetPlanRequest { Name = first.Name }), await service.Plans.GetPlanAsync(new GetPlanRequest { Name = first.Name }));
        await service.Plans.UpdatePlanAsync(new UpdatePlanRequest { Plan = new Plan { Name = first.Name, Title = "改名" } });
        var renamed = await service.Plans.GetPlanAsync(new GetPlanRequest { Name = first.Name });
        await service.Plans.DeletePlanAsync(new DeletePlanRequest { Name = first.Name });
        await DrawnAnewAsync(parcels[1]);
        var other = await service.Plans.GetPlanAsync(new GetPlanRequest { Name = first.Name });

        Assert.Equal(first.Areas, read.Areas);
        Assert.Equal(read, again);
        Assert.Equal(("改名", first.Areas), (renamed.Title, renamed.Areas));
        Assert.NotEqual(first.Etag, renamed.Etag);
        Assert.Equal([parcels[1]], Assert.Single(other.Areas).Parcels);
    }

    [Fact]
    public async Task A_proposal_is_an_operation_whose_plans_the_office_keeps()
    {
        var begun = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = "op-1", Title = "第一稿" });
        var done = await WaitAsync(begun.Name);

        Assert.Null(done.Error);
        var plans = done.Response.Unpack<ProposePlansResponse>().Plans;
        var plan = await service.Plans.GetPlanAsync(new GetPlanRequest { Name = Assert.Single(plans) });
        Assert.Equal("cities/sample/plans/op-1", plan.Name);
        Assert.Equal(PlanState.Draft, plan.State);
        Assert.False(plan.IsStale);
        Assert.NotEmpty(plan.Areas);
        var area = await service.Plans.GetAreaAsync(new GetAreaRequest { Name = $"{plan.Name}/areas/{plan.Areas[0].Id}" });
        Assert.Equal(plan.Areas[0], area);
        var listed = await service.Plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" });
        Assert.Contains(listed.Plans, known => known.Name == plan.Name && known.Areas.Count == 0 && known.AreaCount == plan.Areas.Count);
    }

    [Fact]
    public async Task The_same_request_again_is_the_same_operation()
    {
        var request = new ProposePlansRequest { Parent = "cities/sample", RequestId = "twice" };
        var first = await service.Plans.ProposePlansAsync(request);
        var second = await service.Plans.ProposePlansAsync(request);
        var other = await Assert.ThrowsAsync<RpcException>(async () => await service.Plans.ProposePlansAsync(new ProposePlansRequest(request) { Title = "other" }));

        Assert.Equal(first.Name, second.Name);
        Assert.Equal(StatusCode.InvalidArgument, other.StatusCode);
        await WaitAsync(first.Name);
    }

    [Fact]
    public async Task A_plan_goes_from_draft_to_submitted_to_reviewed_and_an_old_etag_is_refused()
    {
        var plan = await DrawnAsync("hand-1");
        var submitted = await service.Plans.SubmitPlanAsync(new SubmitPlanRequest { Name = plan.Name, Etag = plan.Etag });
        var stale = await Assert.ThrowsAsync<RpcException>(async () => await service.Plans.SubmitPlanAsync(new SubmitPlanRequest { Name = plan.Name, Etag = plan.Etag }));
        var again = await Assert.ThrowsAsync<RpcException>(async () => await service.Plans.SubmitPlanAsync(new SubmitPlanRequest { Name = plan.Name }));
        var reviewed = await service.Plans.CloseReviewAsync(new CloseReviewRequest { Name = plan.Name, Etag = submitted.Etag });

        Assert.Equal(PlanState.Submitted, submitted.State);
        Assert.Equal(StatusCode.Aborted, stale.StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition, again.StatusCode);
        Assert.Equal(PlanState.Reviewed, reviewed.State);
    }

    [Fact]
    public async Task A_request_that_is_only_checked_keeps_nothing_and_tells_everything_that_is_wrong()
    {
        var checkedOnly = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", ValidateOnly = true, PlanId = "never" });
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await service.Plans.ProposePlansAsync(new ProposePlansRequest
        {
            Parent = "cities/sample", PlanId = "../x", Options = new ProposalOptions { Lambda = -1 }, ValidateOnly = true,
        }));

        Assert.True(checkedOnly.Done);
        Assert.Empty(checkedOnly.Name);
        Assert.Contains("plan_id", wrong.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("lambda", wrong.Status.Detail, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RpcException>(async () => await service.Plans.GetPlanAsync(new GetPlanRequest { Name = "cities/sample/plans/never" }));
    }

    private async Task<Plan> DrawnAsync(string id)
    {
        var proposed = await service.Plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = id + "-p" });
        var done = await WaitAsync(proposed.Name);
        var plan = await service.Plans.GetPlanAsync(new GetPlanRequest { Name = done.Response.Unpack<ProposePlansResponse>().Plans[0] });
        var request = new CreatePlanRequest { Parent = "cities/sample", PlanId = id, Title = "手绘", RulePack = "rulePacks/chongqing-2025" };
        request.Areas.Add(new DrawnArea { Id = "甲", Parcels = { plan.Areas[0].Parcels } });
        return await service.Plans.CreatePlanAsync(request);
    }

    private async Task<Operation> WaitAsync(string name)
    {
        var operation = await service.Operations.WaitOperationAsync(new WaitOperationRequest { Name = name, Timeout = new() { Seconds = 120 } });
        Assert.True(operation.Done);
        return operation;
    }

    private async Task<Plan> DrawnAnewAsync(string parcel) => await service.Plans.CreatePlanAsync(
        new CreatePlanRequest { Parent = KeptPlans.City, PlanId = "drawn-anew", Areas = { new DrawnArea { Id = "A", Parcels = { parcel } } } });
}
