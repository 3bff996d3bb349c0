using CityRenewal.Geo.Service.Tests.Access;
using CityRenewal.Geo.Service.V1;
using CityRenewal.Geo.Stores.Offices.Folders;
using Google.LongRunning;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Operating;

/// <summary>The record of calls: who changed what, and who was refused.</summary>
public class AuditTests
{
    [Fact]
    public async Task What_changes_something_and_what_is_refused_is_recorded_with_who_what_and_how_it_ended()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(staff.On, folder);
        using var planner = service.ChannelFor(staff.Keys[Role.Planner]);
        using var chief = service.ChannelFor(staff.Keys[Role.Administrator]);
        var plans = new Plans.PlansClient(planner);

        await plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" });
        var run = await plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = "p", Title = "秘密的标题" });
        await Assert.ThrowsAsync<RpcException>(async () => await plans.DeletePlanAsync(new DeletePlanRequest { Name = "cities/sample/plans/none" }));
        await Assert.ThrowsAsync<RpcException>(async () => await plans.CloseReviewAsync(new CloseReviewRequest { Name = "cities/sample/plans/p" }));
        await Assert.ThrowsAsync<RpcException>(async () => await new Plans.PlansClient(service.Channel).ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" }));
        await new Operations.OperationsClient(planner).WaitOperationAsync(new WaitOperationRequest { Name = run.Name, Timeout = new() { Seconds = 120 } });

        var calls = (await new Audits.AuditsClient(chief).ListCallsAsync(new ListCallsRequest())).Calls;
        Assert.Equal(
            [
                ("anyone@127.0.0.1", "anyone", "ListPlans", "", "Unauthenticated"),
                ("planner", "planner", "CloseReview", "", "PermissionDenied"),
                ("planner", "planner", "DeletePlan", "cities/sample/plans/none", "NotFound"),
                ("planner", "planner", "ProposePlans", "cities/sample", "OK"),
            ],
            calls.Select(call => (call.Caller, call.Role, call.Method.Split('/')[^1], call.Resource, call.Status)));
        Assert.DoesNotContain("秘密", calls.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, FolderCalls.Newest(Path.Combine(folder, "office"), 100).Count);
    }

    [Fact]
    public async Task Refusals_that_are_repeated_are_counted_and_do_not_fill_the_disk()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using (var service = await StartedService.OnAsync(staff.On, StartedService.NewFolder()))
        {
            for (var i = 0; i < 40; i++)
            {
                await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), Plans.Descriptor.FindMethodByName("ListPlans"), []);
            }

            Assert.Single(FolderCalls.Newest(Path.Combine(service.Folder, "office"), 100));
            await service.App.StopAsync();
            await service.App.DisposeAsync();
            Assert.Equal(["Unauthenticated (39 more)", "Unauthenticated"], FolderCalls.Newest(Path.Combine(service.Folder, "office"), 100).Select(call => call.Status));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Pages_of_the_record_tell_every_call_once_though_others_come_on_top()
    {
        await using var service = await StartedService.OnAsync();
        var audits = new Audits.AuditsClient(service.Channel);
        await ChangeAsync(service, 0, 7);

        var first = await audits.ListCallsAsync(new ListCallsRequest { PageSize = 3 });
        await ChangeAsync(service, 7, 9);
        var second = await audits.ListCallsAsync(new ListCallsRequest { PageSize = 3, PageToken = first.NextPageToken });
        var third = await audits.ListCallsAsync(new ListCallsRequest { PageSize = 3, PageToken = second.NextPageToken });

        Assert.Equal([6, 5, 4, 3, 2, 1, 0], first.Calls.Concat(second.Calls).Concat(third.Calls).Select(call => int.Parse(call.Resource.Split("/n")[1])));
        Assert.Empty(third.NextPageToken);
        var lost = await Assert.ThrowsAsync<RpcException>(async () => await audits.ListCallsAsync(new ListCallsRequest { PageToken = "bm9uZQ==" }));
        Assert.Equal(StatusCode.InvalidArgument, lost.StatusCode);
    }

    private static async Task ChangeAsync(StartedService service, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            await Assert.ThrowsAsync<RpcException>(async () => await new Plans.PlansClient(service.Channel).DeletePlanAsync(new DeletePlanRequest { Name = $"cities/sample/plans/n{i}" }));
        }
    }
}
