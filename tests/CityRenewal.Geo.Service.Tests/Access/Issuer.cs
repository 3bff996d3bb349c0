using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CityRenewal.Geo.Service.Tests.Access;

/// <summary>A small OpenID Connect issuer: it tells its keys at the addresses that the standard names, and signs tokens.</summary>
internal sealed class Issuer : IAsyncDisposable
{
    public const string Audience = "renewal";
    private readonly RSA _rsa = RSA.Create(2048);
    private readonly WebApplication _app;

    private Issuer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<Issuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new Issuer(app);
        app.MapGet("/.well-known/openid-configuration", async (HttpContext context) => await context.Response.WriteAsync(
            $$"""{"issuer":"{{issuer.Name}}","jwks_uri":"{{issuer.Name}}/keys","authorization_endpoint":"{{issuer.Name}}/a","token_endpoint":"{{issuer.Name}}/t"}"""));
        app.MapGet("/keys", async (HttpContext context) =>
        {
            var key = issuer._rsa.ExportParameters(false);
            await context.Response.WriteAsync(
                $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"}]}""");
        });
        await app.StartAsync();
        return issuer;
    }

    public string Name => Address.ToString().TrimEnd('/');

    public string Token(string role, string districts = "*") =>
        Sign(new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "k1" }, "RS256"), Name, ("sub", "li"), ("role", role), ("districts", districts));

    public static string Sign(SigningCredentials by, string issuer, params (string Claim, string Value)[] claims) =>
        Sign(by, (issuer, Audience), DateTime.UtcNow.AddMinutes(10), claims);

    public static string Sign(SigningCredentials by, (string Issuer, string Audience) between, DateTime until, params (string Claim, string Value)[] claims) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = between.Issuer,
            Audience = between.Audience,
            Expires = until,
            NotBefore = until.AddHours(-1),
            IssuedAt = until.AddHours(-1),
            Subject = new ClaimsIdentity(claims.Select(claim => new Claim(claim.Claim, claim.Value))),
            SigningCredentials = by,
        });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }
}
