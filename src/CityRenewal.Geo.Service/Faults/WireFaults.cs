using CityRenewal.Geo.Service.Operating.Calls;
using Grpc.Core;
using Code = Google.Rpc.Code;

namespace CityRenewal.Geo.Service.Faults;

/// <summary>
/// Messages that cannot be read fail before any handler is reached, with a status that blames the service. This gives them the
/// status and the reason that they deserve.
/// </summary>
internal static class WireFaults
{
    /// <summary>Looks at a call that is over, and corrects what it is answered with.</summary>
    public static async Task CorrectAsync(HttpContext context, CallNote note, FaultWords words)
    {
        if (note.WasReached)
        {
            return;
        }

        var response = context.Response;
        note.Status = WireAnswer.IsGrpc(context) ? StatusOf(response) : WireAnswer.CodeOf(response.StatusCode);
        if (!response.HasStarted && response.StatusCode == StatusCodes.Status200OK && WireAnswer.IsGrpc(context) && Described(note.Status) is { } refused)
        {
            note.IsRefused = true;
            await WireAnswer.WriteAsync(context, words.Of(refused));
        }
    }

    private static RefusedException? Described(StatusCode? status) => status switch
    {
        StatusCode.Unknown or StatusCode.Internal => new RefusedException(
            Code.InvalidArgument, "MALFORMED_MESSAGE", "The request is no message of this call: it ends too early, is nested too deep, or holds other bytes. Make it from the contract."),
        StatusCode.ResourceExhausted => new RefusedException(
            Code.ResourceExhausted, "MESSAGE_TOO_LARGE", "The request is larger than the service takes (limits.message_mb). Send less at once."),
        _ => null,
    };

    private static StatusCode? StatusOf(HttpResponse response)
    {
        var trailers = response.HasStarted ? response.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpResponseTrailersFeature>()?.Trailers : response.Headers;
        return int.TryParse(trailers?["grpc-status"], out var code) ? (StatusCode)code : null;
    }
}
