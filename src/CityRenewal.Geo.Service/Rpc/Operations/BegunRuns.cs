using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Runs;
using Google.LongRunning;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Operations;

/// <summary>Begins runs and answers with their operations.</summary>
internal static class BegunRuns
{
    /// <summary>Begins a run; its caller is who calls.</summary>
    /// <param name="queue">Where it waits.</param>
    /// <param name="of">Its kind and its city.</param>
    /// <param name="request">The request, checked.</param>
    /// <param name="by">The call, and under which id it may come again.</param>
    public static Operation Begin(this RunQueue queue, (string Kind, string City) of, IMessage request, (ServerCallContext Context, Receipt Receipt) by)
    {
        Operation? begun = null;
        queue.Begin(of.Kind, of.City, Caller.Of(by.Context).Name, request, run => by.Receipt.For(begun = OperationMessages.ToMessage(run, queue)));
        return begun!;
    }
}
