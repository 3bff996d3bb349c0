using CityRenewal.Geo.Service.Operating.Calls;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>Gives every kind of call the statuses of <see cref="FaultWords"/>, and notes how it ended.</summary>
internal sealed class FaultInterceptor(FaultWords words) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(context, () => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> stream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(context, () => continuation(stream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(context, () => DoneAsync(continuation(request, stream, context)));

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(context, () => DoneAsync(continuation(requests, stream, context)));

    /// <summary>The status of a fault, as calls are answered with it.</summary>
    public RpcException Describe(Exception fault) => fault as RpcException ?? words.Of(fault).ToRpcException();

    private async Task<T> TryAsync<T>(ServerCallContext context, Func<Task<T>> call)
    {
        var note = CallNote.Of(context.GetHttpContext());
        try
        {
            var answer = await call();
            note?.Reached(context.Status.StatusCode);
            return answer;
        }
        catch (Exception fault)
        {
            var described = Describe(note is { IsStopping: true } && fault is OperationCanceledException ? Stopped() : fault);
            note?.Reached(described.StatusCode);
            throw described;
        }
    }

    private static RefusedException Stopped() => new(
        Google.Rpc.Code.Unavailable, "STOPPING", "The service is being stopped and ended this call. Ask again in a while.") { Retry = TimeSpan.FromSeconds(10) };

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }
}
