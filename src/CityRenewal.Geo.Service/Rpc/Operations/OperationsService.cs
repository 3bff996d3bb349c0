using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Runs;
using CityRenewal.Geo.Stores.Offices;
using Google.LongRunning;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Rpc.Operations;

/// <summary>Looks after runs, as clients of public APIs know it.</summary>
internal sealed class OperationsService(RunQueue queue, IOfficeStore office) : Google.LongRunning.Operations.OperationsBase
{
    private const double UsualWaitSeconds = 30, LongestWaitSeconds = 300;

    public override Task<ListOperationsResponse> ListOperations(ListOperationsRequest request, ServerCallContext context)
    {
        var (size, after) = Paging.Of(request.PageSize, request.PageToken, "operations");
        var runs = office.Records.Runs(after, size + 1);
        var answer = new ListOperationsResponse { NextPageToken = runs.Count > size ? Paging.Token("operations", runs[size - 1].Id) : "" };
        answer.Operations.AddRange(runs.Take(size).Select(run => OperationMessages.ToMessage(queue.Find(run.Id) ?? run, queue)));
        return Task.FromResult(answer);
    }

    public override Task<Operation> GetOperation(GetOperationRequest request, ServerCallContext context) =>
        Task.FromResult(OperationMessages.ToMessage(OperationNames.Find(queue, request.Name), queue));

    public override Task<Empty> DeleteOperation(DeleteOperationRequest request, ServerCallContext context)
    {
        var run = OperationNames.Find(queue, request.Name);
        if (run.Ended is null)
        {
            throw new StateException("RUN_NOT_DONE", $"The operation {request.Name} is not done; cancel it first.");
        }

        office.Records.DropRun(run.Id);
        return Task.FromResult(new Empty());
    }

    public override Task<Empty> CancelOperation(CancelOperationRequest request, ServerCallContext context)
    {
        queue.Cancel(OperationNames.Find(queue, request.Name).Id);
        return Task.FromResult(new Empty());
    }

    public override async Task<Operation> WaitOperation(WaitOperationRequest request, ServerCallContext context)
    {
        var run = OperationNames.Find(queue, request.Name);
        var seconds = Math.Clamp(request.Timeout?.ToTimeSpan().TotalSeconds ?? UsualWaitSeconds, 0, LongestWaitSeconds);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        time.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (queue.FindLive(run.Id) is { } live && !time.IsCancellationRequested)
        {
            var (record, _, changed) = live.Look();
            if (record.Ended is not null)
            {
                break;
            }

            await Task.WhenAny(changed, Task.Delay(Timeout.Infinite, time.Token));
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        return OperationMessages.ToMessage(queue.Find(run.Id) ?? run, queue);
    }
}
