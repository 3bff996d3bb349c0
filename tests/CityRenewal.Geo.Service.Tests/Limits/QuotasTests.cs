using System.Net;
using CityRenewal.Geo.Service.Tests.Access;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Limits;

public class QuotasTests
{
    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_come_back_and_others_are_not_touched()
    {
        var (folder, clock) = (StartedService.NewFolder(), new SetClock());
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(
            options => staff.On(options) with { Clock = clock, Limits = new() { CallsPerSecond = 1, CallsSaved = 5 } }, folder);
        using var hasty = service.ChannelFor(staff.Keys[Role.Reader]);
        using var other = service.ChannelFor(staff.Keys[Role.Planner]);

        // A clock that jumps gives nobody more calls.
        clock.Off = TimeSpan.FromDays(1);
        RpcException? refused = null;
        for (var i = 0; i < 8 && refused is null; i++)
        {
            refused = await RefusalAsync(hasty);
        }

        Assert.Equal(StatusCode.ResourceExhausted, refused!.StatusCode);
        Assert.True(refused.GetRpcStatus()!.GetDetail<RetryInfo>()!.RetryDelay.ToTimeSpan() > TimeSpan.Zero);
        Assert.Null(await RefusalAsync(other));
        using var http = service.HttpFor(staff.Keys[Role.Reader]);
        var answer = await http.GetAsync("/v1/cities/sample/plans");
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Whoever_guesses_keys_is_slowed_down_too()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(options => staff.On(options) with { Limits = new() { CallsPerSecond = 1, CallsSaved = 3 } }, folder);
        using var guesser = service.ChannelFor("crk_000000000000_guess");
        var statuses = new List<StatusCode>();
        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await RefusalAsync(guesser))!.StatusCode);
        }

        Assert.Contains(StatusCode.Unauthenticated, statuses);
        Assert.Contains(StatusCode.ResourceExhausted, statuses);
    }

    [Fact]
    public async Task More_calls_at_once_than_are_taken_on_are_refused_and_taken_again_afterwards()
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        await using var service = await StartedService.OnAsync(options => staff.On(options) with { Limits = new() { CallsAtOnce = 2 } }, folder);
        using var channel = service.ChannelFor(staff.Keys[Role.Reader]);
        var health = new Grpc.Health.V1.Health.HealthClient(channel);
        var streams = new List<AsyncServerStreamingCall<Grpc.Health.V1.HealthCheckResponse>>();
        for (var i = 0; i < 2; i++)
        {
            streams.Add(health.Watch(new()));
            Assert.True(await streams[i].ResponseStream.MoveNext(default));
        }

        var refused = await RefusalAsync(channel);
        streams.ForEach(stream => stream.Dispose());

        Assert.Equal(StatusCode.ResourceExhausted, refused!.StatusCode);
        Assert.Equal("TOO_MANY_CALLS", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        RpcException? still = refused;
        for (var i = 0; i < 100 && still is not null; i++)
        {
            await Task.Delay(50);
            still = await RefusalAsync(channel);
        }

        Assert.Null(still);
    }

    [Fact]
    public async Task A_message_that_is_too_large_is_refused_over_gRPC_and_as_JSON()
    {
        await using var service = await StartedService.OnAsync(options => options with { Limits = new() { MessageBytes = 1 << 20 } });
        var request = new MeasureOutlinesRequest { EpsgCode = 4545, Outlines = { new Outline { Id = "a", Wkb = ByteString.CopyFrom(new byte[2 << 20]) } } };
        using var http = service.HttpFor(null);

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new Outlines.OutlinesClient(service.Channel).MeasureOutlinesAsync(request));
        var answer = await http.PostAsync("/v1/outlines:measure", new StringContent(JsonFormatter.Default.Format(request), System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("MESSAGE_TOO_LARGE", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }

    private static async Task<RpcException?> RefusalAsync(ChannelBase channel)
    {
        try
        {
            await new Plans.PlansClient(channel).ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" });
            return null;
        }
        catch (RpcException refused)
        {
            return refused;
        }
    }
}
