using CityRenewal.Geo.Service.Access.Keys;
using CityRenewal.Geo.Service.Faults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Code = Google.Rpc.Code;

namespace CityRenewal.Geo.Service.Access;

/// <summary>Finds out who calls: by a key, by a token, or nobody known.</summary>
internal sealed class Callers(AccessOptions options, IServiceProvider services)
{
    private const string KeyHeader = "x-api-key", Bearer = "Bearer ";

    private readonly KeyRing? _keys = options.KeysFile is { } file
        ? new KeyRing(file, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<KeyRing>>())
        : null;

    private readonly TokenCallers? _tokens = options.TakesTokens
        ? new TokenCallers(options, services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>(), services.GetRequiredService<ILogger<TokenCallers>>())
        : null;

    /// <summary>Who makes a request.</summary>
    /// <exception cref="RefusedException">It carries a proof that is not valid: such a one is not taken for nobody's.</exception>
    public async ValueTask<Caller> FindAsync(HttpContext context)
    {
        if (!options.IsOn)
        {
            return Caller.Local;
        }

        var key = context.Request.Headers[KeyHeader].ToString();
        var authorization = context.Request.Headers.Authorization.ToString();
        if (key.Length == 0 && authorization.Length == 0)
        {
            return Caller.Anyone(context.Connection.RemoteIpAddress?.ToString() ?? "");
        }

        var proof = key.Length > 0 ? key : authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization[Bearer.Length..].Trim() : "";
        return proof.StartsWith(KeySecret.Mark, StringComparison.Ordinal) && _keys is not null ? _keys.Find(proof)
            : key.Length == 0 && proof.Length > 0 && _tokens is not null ? await _tokens.FindAsync(context)
            : throw new RefusedException(Code.Unauthenticated, "UNKNOWN_SCHEME", $"The service does not take this kind of proof; send {Schemes()}.");
    }

    /// <summary>What a caller can prove itself with, for messages.</summary>
    public string Schemes() => string.Join(" or ", new[]
    {
        _tokens is null ? null : "a token ('authorization: Bearer TOKEN')",
        _keys is null ? null : "a key of this service ('x-api-key: KEY')",
    }.OfType<string>());
}
