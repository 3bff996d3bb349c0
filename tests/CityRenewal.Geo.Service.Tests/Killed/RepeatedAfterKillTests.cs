using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Killed;

/// <summary>
/// A request with an id that comes again after the service was killed is done once and answered as before: killed between the work
/// and writing down its answer, and killed after both were written while the caller still waited.
/// </summary>
public class RepeatedAfterKillTests
{
    [Fact]
    public async Task In_a_folder_every_request_with_an_id_is_done_once_whenever_the_service_is_killed()
    {
        using var store = new HeldFolder();
        await DoneOnceAsync(store);
    }

    [Fact]
    public async Task In_a_database_every_request_with_an_id_is_done_once_whenever_the_service_is_killed()
    {
        using var store = new HeldDatabase();
        await DoneOnceAsync(store);
    }

    [Fact]
    public void Every_method_whose_request_has_an_id_is_among_them()
    {
        var methods = WireTypes.Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)
            .Where(method => method.InputType.FindFieldByName("request_id") is not null).Select(method => method.Name);

        Assert.Equal(methods.Order(), RepeatableCall.All(new RepeatableCall.Prepared([], "", ("", ""), "")).Select(call => call.Name).Order());
    }

    private static async Task DoneOnceAsync(IHeldStore store)
    {
        var service = await ServiceProcess.StartAsync(store.Store, store.Further);
        try
        {
            var calls = RepeatableCall.All(await RepeatableCall.PrepareAsync(service.Channel));
            foreach (var call in calls)
            {
                service = await DoneOnceAsync(call, store, service);
            }

            foreach (var call in calls.Where(call => call.Name is "CreateEditSession" or "CreateOpinion" or "RecordDemolition"))
            {
                service = await KilledWhenWrittenAsync(call, store, service);
            }
        }
        finally
        {
            service.Dispose();
        }
    }

    private static async Task<ServiceProcess> DoneOnceAsync(RepeatableCall call, IHeldStore store, ServiceProcess service)
    {
        var id = $"once-{call.Name}";
        var before = await call.Count(service.Channel, store);

        store.Hold();
        var held = Sent(call, service, id);
        await UntilAsync(store.IsHeld, $"{call.Name} writes down its answer");
        service.Kill();
        store.LetGo();
        Assert.False((await held).IsAnswered);
        service.Dispose();

        service = await ServiceProcess.StartAsync(store.Store, store.Further);
        var (second, third) = (await call.Send(service.Channel, id), await call.Send(service.Channel, id));
        Assert.True(before + 1 == await call.Count(service.Channel, store), $"{call.Name} was done {await call.Count(service.Channel, store) - before} times");
        Assert.Equal(second, third);
        return service;
    }

    // Whoever waited may have heard of it or not: it was written, so it is not done again.
    private static async Task<ServiceProcess> KilledWhenWrittenAsync(RepeatableCall call, IHeldStore store, ServiceProcess service)
    {
        var id = $"written-{call.Name}";
        var before = await call.Count(service.Channel, store);
        var written = Sent(call, service, id);
        await UntilAsync(() => store.Records($"SELECT count(*) FROM requests WHERE request = '{id}'") == 1, $"{call.Name} is answered");
        service.Kill();
        var (isAnswered, heard) = await written;
        service.Dispose();

        service = await ServiceProcess.StartAsync(store.Store, store.Further);
        var answer = await call.Send(service.Channel, id);
        Assert.Equal(before + 1, await call.Count(service.Channel, store));
        Assert.True(!isAnswered || answer.Equals(heard), $"{call.Name} was answered otherwise");
        return service;
    }

    private static async Task<(bool IsAnswered, IMessage? Answer)> Sent(RepeatableCall call, ServiceProcess service, string id)
    {
        try
        {
            return (true, await call.Send(service.Channel, id));
        }
        catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.Internal or StatusCode.Cancelled)
        {
            return (false, null);
        }
    }

    private static async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 600, $"it never happened that {what}");
            await Task.Delay(50);
        }
    }
}
