using System.Net.Sockets;
using System.Text;
using CityRenewal.Geo.Service.V1;
using Google.LongRunning;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Hostile;

/// <summary>Clients that say nothing, read nothing or go away.</summary>
public class SlowClientsTests
{
    [Fact]
    public async Task Heads_that_never_end_are_let_go_and_others_are_answered_meanwhile()
    {
        await using var service = await Impatient();
        var slow = new List<TcpClient>();
        for (var i = 0; i < 200; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(service.Json.Host, service.Json.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("POST /v1/outlines:measure HTTP/1.1\r\nHost: localhost\r\nX-a: "));
            slow.Add(client);
        }

        using var http = service.HttpFor(null);
        Assert.True((await http.GetAsync("/v1/rulePacks")).IsSuccessStatusCode);
        foreach (var client in slow)
        {
            // An answer that it took too long, or just the end; in any case no connection that stays.
            client.ReceiveTimeout = 30_000;
            var buffer = new byte[4096];
            while (client.GetStream().Read(buffer) > 0)
            {
            }

            client.Dispose();
        }
    }

    [Fact]
    public async Task A_stream_that_its_sender_forgot_ends_with_a_clear_status()
    {
        await using var service = await Impatient();
        using var call = new global::Grpc.Reflection.V1Alpha.ServerReflection.ServerReflectionClient(service.Channel).ServerReflectionInfo();

        var ended = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(default));

        Assert.Equal(StatusCode.DeadlineExceeded, ended.StatusCode);
    }

    [Fact]
    public async Task Whoever_does_not_read_a_stream_holds_no_call_after_a_while()
    {
        await using var service = await StartedService.OnAsync(options => options with { Limits = new() { Silence = TimeSpan.FromSeconds(1), CallsAtOnce = 1, AllCallsAtOnce = 1 } });
        var request = new WatchProposalRequest { City = "cities/sample" };
        using var call = new Plans.PlansClient(service.Channel).WatchProposal(request);

        // The only place is given back although nobody reads to the end.
        var status = StatusCode.ResourceExhausted;
        for (var i = 0; i < 600 && status == StatusCode.ResourceExhausted; i++)
        {
            await Task.Delay(100);
            status = (await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), Plans.Descriptor.FindMethodByName("ListPlans"), new ListPlansRequest { Parent = "cities/sample" }.ToByteArray())).StatusCode;
        }

        Assert.Equal(StatusCode.OK, status);
    }

    [Fact]
    public async Task Calls_that_are_called_off_in_the_middle_leave_nothing_behind()
    {
        await using var service = await StartedService.OnAsync(options => options with { Limits = new() { CallsAtOnce = 8, AllCallsAtOnce = 8 } });
        var plans = new Plans.PlansClient(service.Channel);
        for (var i = 0; i < 40; i++)
        {
            using var off = new CancellationTokenSource(TimeSpan.FromMilliseconds(i * 3));
            await Assert.ThrowsAsync<RpcException>(async () =>
            {
                using var call = plans.WatchProposal(new WatchProposalRequest { City = "cities/sample" }, cancellationToken: off.Token);
                while (await call.ResponseStream.MoveNext(off.Token))
                {
                }

                throw new RpcException(new Status(StatusCode.Cancelled, "it was faster"));
            });
        }

        var run = await UntilTakenAsync(() => plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = "after" }).ResponseAsync);
        var done = await new Operations.OperationsClient(service.Channel).WaitOperationAsync(new WaitOperationRequest { Name = run.Name, Timeout = new() { Seconds = 120 } });
        Assert.Null(done.Error);
        Assert.Equal(["cities/sample/plans/after"], (await plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" })).Plans.Select(plan => plan.Name));
    }

    [Fact]
    public async Task A_clock_that_jumps_while_a_run_goes_on_loses_nothing_and_mixes_no_ids()
    {
        var clock = new SetClock();
        await using var service = await StartedService.OnAsync(options => options with { Clock = clock });
        var (plans, operations) = (new Plans.PlansClient(service.Channel), new Operations.OperationsClient(service.Channel));
        var names = new List<string>();
        foreach (var hours in new[] { 0, 24 * 365, -24 * 365, 3, -3 })
        {
            clock.Off = TimeSpan.FromHours(hours);
            names.Add((await plans.ProposePlansAsync(new ProposePlansRequest { Parent = "cities/sample", PlanId = $"at{names.Count}" })).Name);
        }

        foreach (var name in names)
        {
            var done = await operations.WaitOperationAsync(new WaitOperationRequest { Name = name, Timeout = new() { Seconds = 200 } });
            Assert.True(done.Done);
            Assert.Null(done.Error);
        }

        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(5, (await plans.ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" })).Plans.Count);
    }

    private static Task<StartedService> Impatient() => StartedService.OnAsync(options => options with { Limits = new() { Silence = TimeSpan.FromSeconds(1) } });

    private static async Task<T> UntilTakenAsync<T>(Func<Task<T>> call)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await call();
            }
            catch (RpcException busy) when (busy.StatusCode == StatusCode.ResourceExhausted && i < 300)
            {
                await Task.Delay(100);
            }
        }
    }
}
