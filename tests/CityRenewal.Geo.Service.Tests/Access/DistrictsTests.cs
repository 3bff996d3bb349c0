using System.Net;
using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Access;

/// <summary>Who is confined to districts sees and touches nothing of others.</summary>
public class DistrictsTests
{
    [Fact]
    public async Task A_caller_sees_and_touches_nothing_of_other_districts()
    {
        var (folder, staff) = Confined();
        var key = staff.Add("万州", "planner", "wanzhou*");
        await using var service = await StartedService.OnAsync(options => TwoCities(staff.On(options)), folder);
        using var channel = service.ChannelFor(key);
        var plans = new Plans.PlansClient(channel);

        Assert.Empty((await plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/wanzhou-2025" })).Plans);
        var there = await Assert.ThrowsAsync<RpcException>(async () => await plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/kaizhou" }));
        var nowhere = await Assert.ThrowsAsync<RpcException>(async () => await plans.GetPlanAsync(new GetPlanRequest { Name = "cities/nowhere/plans/a" }));

        Assert.Equal(StatusCode.PermissionDenied, there.StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, nowhere.StatusCode);
        Assert.Equal("OTHER_DISTRICT", there.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        using var http = service.HttpFor(key);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/v1/cities/kaizhou/plans")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/v1/cities/wanzhou-2025/plans")).StatusCode);
    }

    [Fact]
    public async Task Operations_of_other_districts_are_neither_listed_nor_told_nor_cancelled()
    {
        var (folder, staff) = Confined();
        var key = staff.Add("kaizhou", "planner", "kaizhou");
        await using var service = await StartedService.OnAsync(options => TwoCities(staff.On(options)), folder);
        using var all = service.ChannelFor(staff.Keys[Role.Administrator]);
        using var own = service.ChannelFor(key);
        var foreign = await new Plans.PlansClient(all).ProposePlansAsync(new ProposePlansRequest { Parent = "cities/wanzhou-2025" });
        var mine = await new Plans.PlansClient(own).ProposePlansAsync(new ProposePlansRequest { Parent = "cities/kaizhou" });
        var operations = new Operations.OperationsClient(own);

        var listed = await operations.ListOperationsAsync(new ListOperationsRequest());
        var told = await Assert.ThrowsAsync<RpcException>(async () => await operations.GetOperationAsync(new GetOperationRequest { Name = foreign.Name }));
        var cancelled = await Assert.ThrowsAsync<RpcException>(async () => await operations.CancelOperationAsync(new CancelOperationRequest { Name = foreign.Name }));

        Assert.Equal([mine.Name], listed.Operations.Select(operation => operation.Name));
        Assert.Equal(StatusCode.PermissionDenied, told.StatusCode);
        Assert.Equal(StatusCode.PermissionDenied, cancelled.StatusCode);
        await operations.WaitOperationAsync(new WaitOperationRequest { Name = mine.Name, Timeout = new() { Seconds = 120 } });
    }

    private static (string Folder, Staff Staff) Confined()
    {
        var folder = StartedService.NewFolder();
        return (folder, new Staff(folder));
    }

    private static ServiceOptions TwoCities(ServiceOptions options)
    {
        var copy = Path.Combine(Path.GetDirectoryName(options.Store)!, "kaizhou.gpkg");
        File.Copy(StartedService.CityFileName, copy);
        return options with { Cities = new Dictionary<string, string> { ["wanzhou-2025"] = StartedService.CityFileName, ["kaizhou"] = copy } };
    }
}
