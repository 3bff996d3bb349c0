using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>Gives every kind of call the statuses of <see cref="FaultWords"/>.</summary>
internal sealed class FaultInterceptor(FaultWords words) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(() => continuation(request, context));

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> stream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(() => continuation(stream, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        TryAsync(async () =>
        {
            await continuation(request, stream, context);
            return true;
        });

    private async Task<T> TryAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception fault) when (fault is not RpcException)
        {
            throw words.Of(fault).ToRpcException();
        }
    }
}
