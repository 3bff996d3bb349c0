using System.Security.Cryptography;
using CityRenewal.Geo.Stores;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace CityRenewal.Geo.Service.Access;

/// <summary>Sets the check of signed tokens up: whose signature, for whom, until when.</summary>
internal static class TokenScheme
{
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private const int LeastSecretBytes = 32;

    /// <summary>Adds the scheme to the services.</summary>
    public static void AddTokens(this IServiceCollection services, AccessOptions options, TimeProvider clock) =>
        services.AddAuthentication().AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.TimeProvider = clock;
            bearer.Audience = options.Audience;
            bearer.TokenValidationParameters = Checks(options, clock);
            if (options.Authority is { } authority)
            {
                bearer.Authority = authority.ToString();
                bearer.RequireHttpsMetadata = !authority.IsLoopback;
                bearer.BackchannelTimeout = TimeSpan.FromSeconds(10);
            }
        });

    /// <summary>The key of a file.</summary>
    /// <exception cref="StoreException">It holds none, or a weak one.</exception>
    public static SecurityKey KeyOf(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return text.Contains("-----BEGIN", StringComparison.Ordinal) ? PublicKey(text) : Secret(text, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or FormatException or ArgumentException)
        {
            throw new StoreException(path, "There is no key in it.", "Give a public key (RSA or elliptic) as PEM, or a shared secret of at least 32 bytes as base64.", fault);
        }
    }

    private static TokenValidationParameters Checks(AccessOptions options, TimeProvider clock)
    {
        var key = options.SigningKeyFile is { } file ? KeyOf(file) : null;
        return new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            IssuerSigningKey = key,

            // A public key must never serve as the secret of a token that somebody else made.
            ValidAlgorithms = key is SymmetricSecurityKey
                ? ["HS256", "HS384", "HS512"]
                : ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => until is { } end && end + Skew > clock.GetUtcNow().UtcDateTime && !(from - Skew > clock.GetUtcNow().UtcDateTime),
        };
    }

    private static SecurityKey PublicKey(string pem)
    {
        try
        {
            var elliptic = ECDsa.Create();
            elliptic.ImportFromPem(pem);
            return new ECDsaSecurityKey(elliptic);
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize < 2048 ? throw new CryptographicException("shorter than 2048 bits") : new RsaSecurityKey(rsa);
        }
    }

    private static SymmetricSecurityKey Secret(string text, string path)
    {
        var secret = Convert.FromBase64String(text.Trim());
        return secret.Length >= LeastSecretBytes ? new SymmetricSecurityKey(secret)
            : throw new StoreException(path, $"The secret has {secret.Length} bytes.", "Give at least 32, as base64.");
    }
}
