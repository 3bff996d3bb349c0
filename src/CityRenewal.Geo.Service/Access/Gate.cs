using CityRenewal.Geo.Service.Faults;
using CityRenewal.Geo.Service.Operating;
using CityRenewal.Geo.Service.Operating.Calls;
using CityRenewal.Geo.Service.Operating.Limits;
using CityRenewal.Geo.Service.V1;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http.Features;
using Code = Google.Rpc.Code;

namespace CityRenewal.Geo.Service.Access;

/// <summary>
/// What every request passes before its body is read, whether it is gRPC, JSON or a plain address: who calls, may they, do they
/// ask for too much. Behind it, what is told of the call goes into log, measures and record.
/// </summary>
internal sealed class Gate(
    RequestDelegate next, ServiceOptions options, Callers callers, Quotas quotas, CallEnd end, FaultWords words, Stopping stopping, TimeProvider clock)
{
    private const string UnknownCall = "gRPC - Unimplemented";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || endpoint.DisplayName?.StartsWith(UnknownCall, StringComparison.Ordinal) == true)
        {
            await next(context);
            return;
        }

        var note = NoteOf(endpoint);
        note.Take(context);
        using var shown = end.Begin(note);
        try
        {
            note.Caller = await FindAsync(context, note);
            using var lease = quotas.Take(note.Caller);
            RequireRole(note);
            Confine(context, note.Caller);
            using var stop = stopping.Bind(context, note);
            await next(context);
            await WireFaults.CorrectAsync(context, note, words);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            note.IsRefused = fault is RefusedException;
            await WireAnswer.WriteAsync(context, words.Of(fault));
        }
        finally
        {
            end.Of(context, note);
        }
    }

    private async ValueTask<Caller> FindAsync(HttpContext context, CallNote note)
    {
        if (!options.Access.IsOn)
        {
            BrowserCheck.Require(context.Request, options.Origins);
        }

        note.Caller = Caller.Anyone(context.Connection.RemoteIpAddress?.ToString() ?? "");
        try
        {
            return await callers.FindAsync(context);
        }
        catch (RefusedException)
        {
            // Whoever guesses is slowed down like any caller without a name.
            quotas.Take(note.Caller).Dispose();
            throw;
        }
    }

    // After the quota: whoever asks for what is not allowed pays for it like for any other call.
    private void RequireRole(CallNote note)
    {
        if (note.Needs is not { } least || note.Caller.Role < least)
        {
            throw Refusal(note, note.Caller);
        }
    }

    private RefusedException Refusal(CallNote note, Caller caller) =>
        note.Needs is not { } least ? new RefusedException(Code.PermissionDenied, "NOBODY_MAY", "Who may call this is not stated, so nobody may. Please report it.")
        : caller.IsAnyone ? new RefusedException(Code.Unauthenticated, "WHO_ARE_YOU", $"Say who you are: this needs the role {RoleWords.Of(least)}. Send {callers.Schemes()}.")
        : new RefusedException(
            Code.PermissionDenied, "ROLE_TOO_LOW", $"This needs the role {RoleWords.Of(least)}; yours is {RoleWords.Of(caller.Role)}. Ask whoever looks after the service.");

    // Who has no name gets less of the memory, and a plain address names its city itself.
    private void Confine(HttpContext context, Caller caller)
    {
        if (caller.IsAnyone && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Limits.AnonymousMessageBytes;
        }

        if (context.Request.RouteValues.TryGetValue("city", out var value) && value is string city)
        {
            var id = city.StartsWith("cities/", StringComparison.Ordinal) ? city["cities/".Length..] : city;
            if (!caller.MayTouch(id))
            {
                throw new RefusedException(Code.PermissionDenied, "OTHER_DISTRICT", $"You may not see or touch cities/{id}; you are confined to {string.Join(", ", caller.Districts)}.");
            }
        }
    }

    private CallNote NoteOf(Endpoint endpoint)
    {
        var now = clock.GetTimestamp();
        return endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { } grpc ? new CallNote(grpc.Method.FullName, MethodRoles.Of(grpc.Method.FullName), now)
            : endpoint.Metadata.GetMetadata<MayCall>() is { } may ? new CallNote(may.Method, may.Role, now)
            : new CallNote((endpoint as RouteEndpoint)?.RoutePattern.RawText ?? endpoint.DisplayName ?? "?", (Role?)null, now);
    }
}
