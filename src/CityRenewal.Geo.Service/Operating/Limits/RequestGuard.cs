using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Operating.Calls;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace CityRenewal.Geo.Service.Operating.Limits;

/// <summary>
/// What every message passes, coming and going: is it about the caller's districts, is it not too much, does its sender or reader
/// keep the service waiting.
/// </summary>
internal sealed class RequestGuard(Confinement confinement, MessageLimits limits, ServiceOptions options) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(request, context);
        return Filtered(await continuation(request, context), context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> stream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Filtered(await continuation(Reader(stream, context), context), context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> stream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(request, context);
        return continuation(request, Writer(stream, context), context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requests, IServerStreamWriter<TResponse> stream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        continuation(Reader(requests, context), Writer(stream, context), context);

    private GuardedReader<T> Reader<T>(IAsyncStreamReader<T> stream, ServerCallContext context) =>
        new(stream, options.Limits.Silence, message => Check(message, context));

    private GuardedWriter<T> Writer<T>(IServerStreamWriter<T> stream, ServerCallContext context) =>
        new(stream, options.Limits.Silence, message => Filtered(message, context), context);

    private void Check<T>(T request, ServerCallContext context)
    {
        if (request is not IMessage message)
        {
            return;
        }

        if (CallNote.Of(context.GetHttpContext()) is { Resource.Length: 0 } note)
        {
            note.Resource = RequestResource.Of(message);
        }

        var caller = Caller.Of(context);
        if (caller.Districts.Count > 0)
        {
            confinement.Require(caller, message);
        }

        limits.Require(message);
    }

    private T Filtered<T>(T answer, ServerCallContext context)
    {
        var caller = Caller.Of(context);
        if (caller.Districts.Count > 0 && answer is IMessage message)
        {
            confinement.Filter(caller, message);
        }

        return answer;
    }
}
