using System.Net;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Access.Keys;
using CityRenewal.Geo.Service.Operating.Tls;
using CityRenewal.Geo.Stores;

namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>What must be right of the settings together before a service starts.</summary>
internal static class SettingChecks
{
    /// <summary>Everything that is wrong; empty where the service may start.</summary>
    public static IReadOnlyList<string> Of(ServiceOptions options) =>
        [.. Listening(options), .. Tokens(options.Access), .. Files(options), .. Limits(options)];

    private static IEnumerable<string> Listening(ServiceOptions options)
    {
        if (options.Listen is { } listen && !IPAddress.IsLoopback(listen.Address))
        {
            if (options.Tls is null)
            {
                yield return $"listen: {listen} can be reached by others, so it needs TLS; give tls.certificate and tls.key";
            }

            if (!options.Access.IsOn)
            {
                yield return $"listen: {listen} can be reached by others, so callers must say who they are; give access.keys_file for keys, or access.authority or access.signing_key for tokens";
            }
        }

        if (options.Tls is not null && options.Listen is null)
        {
            yield return "tls.certificate: is shown only on an address of its own; give listen too, for example 0.0.0.0:5443";
        }

        if (options.Tls is { } tls && TlsCertificate.ProblemOf(tls, options.Clock.GetUtcNow()) is { } problem)
        {
            yield return $"tls.certificate: {problem}";
        }
    }

    private static IEnumerable<string> Tokens(AccessOptions access)
    {
        if (access is { Authority: not null, SigningKeyFile: not null })
        {
            yield return "access.signing_key: tokens are signed by the authority or with this key, not both; leave one out";
        }

        if (access.Authority is { } authority && authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
        {
            yield return $"access.authority: {authority} sends its keys unprotected; give an https address";
        }

        if (access.TakesTokens && access.Audience is null)
        {
            yield return "access.audience: is missing, so that tokens for other services would be taken; give the name of this one";
        }

        if (access is { SigningKeyFile: not null, Issuer: null })
        {
            yield return "access.issuer: is missing; give who signs with access.signing_key, as tokens name it (iss)";
        }
    }

    private static IEnumerable<string> Files(ServiceOptions options)
    {
        if (options.Access.SigningKeyFile is { } key && ProblemOf(() => TokenScheme.KeyOf(key)) is { } signing)
        {
            yield return $"access.signing_key: {signing}";
        }

        if (options.Access.KeysFile is { } keys && ProblemOf(() => new KeyFile(keys).Read()) is { } keeping)
        {
            yield return $"access.keys_file: {keeping}";
        }

        foreach (var (city, path) in options.Cities.Where(city => !File.Exists(city.Value)))
        {
            yield return $"cities: {path} (cities/{city}): there is no such city file; make one with renewal sample or renewal import";
        }
    }

    private static IEnumerable<string> Limits(ServiceOptions options)
    {
        if (options.Limits.AnonymousMessageBytes > options.Limits.MessageBytes)
        {
            yield return "limits.anonymous_message_mb: is more than limits.message_mb; nobody without a name may send more than others";
        }

        if (options.Limits.GeometryVertices > options.Limits.Vertices)
        {
            yield return "limits.geometry_vertices: is more than limits.vertices; one geometry cannot have more than all together";
        }

        if (options.Limits.CallsAtOnce > options.Limits.AllCallsAtOnce)
        {
            yield return "limits.calls_at_once: is more than limits.all_calls_at_once; one caller could keep all others out";
        }
    }

    private static string? ProblemOf(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (StoreException fault)
        {
            return fault.Message;
        }
    }
}
