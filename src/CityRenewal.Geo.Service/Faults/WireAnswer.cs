using System.Text;
using CityRenewal.Geo.Service.Operating.Calls;
using Google.Protobuf;
using Grpc.Core;
using Code = Google.Rpc.Code;
using RetryInfo = Google.Rpc.RetryInfo;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>Writes a status as whoever asked understands it: trailers for gRPC, JSON for everything else.</summary>
internal static class WireAnswer
{
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithTypeRegistry(WireTypes.Registry));

    /// <summary>Whether a request came as gRPC.</summary>
    public static bool IsGrpc(HttpContext context) =>
        context.Request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Answers a request that did not begin to be answered.</summary>
    public static Task WriteAsync(HttpContext context, Google.Rpc.Status status)
    {
        if (CallNote.Of(context) is { } note)
        {
            note.Status = (StatusCode)status.Code;
        }

        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        return IsGrpc(context) ? Task.FromResult(Trailers(context.Response, status)) : JsonAsync(context, status);
    }

    /// <summary>The code that an HTTP status stands for.</summary>
    public static StatusCode CodeOf(int http) => http switch
    {
        < 400 => StatusCode.OK,
        StatusCodes.Status401Unauthorized => StatusCode.Unauthenticated,
        StatusCodes.Status403Forbidden => StatusCode.PermissionDenied,
        StatusCodes.Status404NotFound => StatusCode.NotFound,
        StatusCodes.Status409Conflict => StatusCode.Aborted,
        StatusCodes.Status413PayloadTooLarge or StatusCodes.Status429TooManyRequests => StatusCode.ResourceExhausted,
        StatusCodes.Status499ClientClosedRequest => StatusCode.Cancelled,
        StatusCodes.Status501NotImplemented => StatusCode.Unimplemented,
        StatusCodes.Status503ServiceUnavailable => StatusCode.Unavailable,
        StatusCodes.Status504GatewayTimeout => StatusCode.DeadlineExceeded,
        < 500 => StatusCode.InvalidArgument,
        _ => StatusCode.Internal,
    };

    // Nothing was sent yet, so the trailers go where the headers are: a response of trailers only.
    private static bool Trailers(HttpResponse response, Google.Rpc.Status status)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = status.Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
        return true;
    }

    private static async Task JsonAsync(HttpContext context, Google.Rpc.Status status)
    {
        context.Response.StatusCode = HttpOf((Code)status.Code);
        context.Response.ContentType = "application/json; charset=utf-8";
        var retry = status.Details.FirstOrDefault(detail => detail.Is(RetryInfo.Descriptor))?.Unpack<RetryInfo>().RetryDelay;
        if (retry is not null)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, retry.Seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var body = Encoding.UTF8.GetBytes(Formatter.Format(status));
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>The HTTP status of a code, as Google's APIs map it.</summary>
    private static int HttpOf(Code code) => code switch
    {
        Code.Ok => StatusCodes.Status200OK,
        Code.InvalidArgument or Code.FailedPrecondition or Code.OutOfRange => StatusCodes.Status400BadRequest,
        Code.Unauthenticated => StatusCodes.Status401Unauthorized,
        Code.PermissionDenied => StatusCodes.Status403Forbidden,
        Code.NotFound => StatusCodes.Status404NotFound,
        Code.AlreadyExists or Code.Aborted => StatusCodes.Status409Conflict,
        Code.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        Code.Cancelled => StatusCodes.Status499ClientClosedRequest,
        Code.Unimplemented => StatusCodes.Status501NotImplemented,
        Code.Unavailable => StatusCodes.Status503ServiceUnavailable,
        Code.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    };
}
