using CityRenewal.Geo.Service.V1;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Calls any method with any bytes, as a client that keeps to no contract would.</summary>
internal static class RawCalls
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    /// <summary>Every method of every contract that the service answers.</summary>
    public static IReadOnlyList<MethodDescriptor> Methods { get; } =
    [
        .. WireTypes.Files.Append(global::Grpc.Health.V1.HealthReflection.Descriptor).Append(global::Grpc.Reflection.V1Alpha.ReflectionReflection.Descriptor)
            .SelectMany(file => file.Services).SelectMany(service => service.Methods),
    ];

    public static MethodDescriptor Measure { get; } = Outlines.Descriptor.FindMethodByName("MeasureOutlines");

    /// <summary>How a call ends; a stream is left after its first message.</summary>
    public static async Task<Status> CallAsync(CallInvoker invoker, MethodDescriptor method, byte[] request, Metadata? headers = null)
    {
        var options = new CallOptions(headers, DateTime.UtcNow.AddSeconds(60));
        var raw = new Method<byte[], byte[]>(TypeOf(method), method.Service.FullName, method.Name, Bytes, Bytes);
        try
        {
            await AskAsync(invoker, raw, request, options);
            return Status.DefaultSuccess;
        }
        catch (RpcException fault)
        {
            return fault.Status;
        }
    }

    private static async Task AskAsync(CallInvoker invoker, Method<byte[], byte[]> method, byte[] request, CallOptions options)
    {
        switch (method.Type)
        {
            case MethodType.Unary:
                await invoker.AsyncUnaryCall(method, null, options, request);
                break;
            case MethodType.ServerStreaming:
                using (var call = invoker.AsyncServerStreamingCall(method, null, options, request))
                {
                    await call.ResponseStream.MoveNext(default);
                }

                break;
            case MethodType.ClientStreaming:
                using (var call = invoker.AsyncClientStreamingCall(method, null, options))
                {
                    await SendAsync(call.RequestStream, request);
                    await call.ResponseAsync;
                }

                break;
            default:
                using (var call = invoker.AsyncDuplexStreamingCall(method, null, options))
                {
                    await SendAsync(call.RequestStream, request);
                    await call.ResponseStream.MoveNext(default);
                }

                break;
        }
    }

    // A call that was refused takes nothing more; how it ended is asked for afterwards.
    private static async Task SendAsync(IClientStreamWriter<byte[]> stream, byte[] request)
    {
        try
        {
            await stream.WriteAsync(request);
            await stream.CompleteAsync();
        }
        catch (Exception fault) when (fault is RpcException or InvalidOperationException)
        {
        }
    }

    private static MethodType TypeOf(MethodDescriptor method) => (method.IsClientStreaming, method.IsServerStreaming) switch
    {
        (false, false) => MethodType.Unary,
        (false, true) => MethodType.ServerStreaming,
        (true, false) => MethodType.ClientStreaming,
        _ => MethodType.DuplexStreaming,
    };
}
