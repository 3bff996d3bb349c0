using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Rpc;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>
/// Answers of plain HTTP addresses that failed: the same status, reason and fields as the gRPC calls, in the same JSON as
/// their transcoding.
/// </summary>
internal sealed class JsonFaults(FaultWords words)
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
            await WriteAsync(context, words.Of(fault));
        }
    }

    private static async Task WriteAsync(HttpContext context, Google.Rpc.Status fault)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusOf((Code)fault.Code);
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        var body = Encoding.UTF8.GetBytes(Formatter.Format(fault));
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body);
        }
    }

    private static int StatusOf(Code code) => code switch
    {
        Code.InvalidArgument or Code.FailedPrecondition => StatusCodes.Status400BadRequest,
        Code.NotFound => StatusCodes.Status404NotFound,
        Code.Cancelled => StatusCodes.Status499ClientClosedRequest,
        Code.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        Code.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
