using CityRenewal.Geo.Service.Runs;
using Google.LongRunning;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Operations;

/// <summary>Follows runs.</summary>
internal sealed class RunsService(RunQueue queue) : V1.Runs.RunsBase
{
    // Often enough for a person to see it move, seldom enough for a slow line.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public override async Task WatchRun(V1.WatchRunRequest request, IServerStreamWriter<Operation> stream, ServerCallContext context)
    {
        var run = OperationNames.Find(queue, request.Name);
        var cancel = context.CancellationToken;
        while (queue.FindLive(run.Id) is { } live)
        {
            var (record, step, changed) = live.Look();
            if (record.Ended is not null)
            {
                break;
            }

            await stream.WriteAsync(OperationMessages.ToMessage(record, step, queue.AheadOf(record)), cancel);
            await changed.WaitAsync(cancel);
            await Task.Delay(Pause, cancel);
        }

        await stream.WriteAsync(OperationMessages.ToMessage(queue.Find(run.Id) ?? run, queue), cancel);
    }
}
