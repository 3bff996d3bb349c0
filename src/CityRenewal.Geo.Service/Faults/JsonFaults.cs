using Grpc.Core;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>
/// Answers of plain HTTP addresses that failed: the same status, reason and fields as the gRPC calls, in the same JSON as
/// their transcoding.
/// </summary>
internal sealed class JsonFaults(FaultWords words)
{
    /// <summary>Runs what answers a request, and answers itself where that fails.</summary>
    public async Task GuardAsync(HttpContext context, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await WireAnswer.WriteAsync(context, (fault as RpcException)?.GetRpcStatus() ?? words.Of(fault));
        }
    }
}
