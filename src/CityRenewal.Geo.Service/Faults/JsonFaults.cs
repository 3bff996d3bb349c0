using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>
/// Answers of plain HTTP addresses that failed: the same status, reason and fields as the gRPC calls, in the same JSON as
/// their transcoding.
/// </summary>
internal sealed class JsonFaults(FaultWords faults)
{
    private static readonly JsonFormatter Formatter = new(
        JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithTypeRegistry(TypeRegistry.FromFiles(ErrorDetailsReflection.Descriptor)));

    /// <summary>Runs what answers a request, and answers itself where that fails.</summary>
    public async Task GuardAsync(HttpContext context, Func<Task> answer)
    {
        try
        {
            await answer();
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, fault as RpcException ?? faults.Of(fault).ToRpcException());
        }
    }

    private static async Task WriteAsync(HttpContext context, RpcException fault)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusOf(fault.StatusCode);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var body = Encoding.UTF8.GetBytes(Formatter.Format(fault.GetRpcStatus()));
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body);
        }
    }

    private static int StatusOf(StatusCode code) => code switch
    {
        StatusCode.InvalidArgument or StatusCode.FailedPrecondition => StatusCodes.Status400BadRequest,
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.Cancelled => StatusCodes.Status499ClientClosedRequest,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
