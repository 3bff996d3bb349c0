using System.Security.Cryptography;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.IdentityModel.Tokens;

namespace CityRenewal.Geo.Service.Tests.Access;

public class TokensTests
{
    private const string Us = "https://issuer.example";
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(48);
    private static readonly SigningCredentials BySecret = new(new SymmetricSecurityKey(Secret), "HS256");

    [Fact]
    public async Task A_token_of_the_authority_says_who_calls_in_which_role_and_where()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await StartedService.OnAsync(options => options with
        {
            Access = new() { Authority = issuer.Address, Audience = Issuer.Audience, DistrictClaim = "districts" },
        });

        Assert.Equal(StatusCode.OK, await ListAsync(service, issuer.Token("reader")));
        Assert.Equal(StatusCode.OK, await ListAsync(service, issuer.Token("office planner", "kaizhou sample")));
        Assert.Equal(StatusCode.PermissionDenied, await ListAsync(service, issuer.Token("reader", "kaizhou")));
        Assert.Equal(StatusCode.PermissionDenied, await ListAsync(service, issuer.Token("visitor")));
        Assert.Equal(StatusCode.PermissionDenied, await ListAsync(service, issuer.Token("reader", "")));
        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, Issuer.Sign(BySecret, issuer.Name, ("sub", "li"), ("role", "reader"), ("districts", "*"))));
    }

    [Fact]
    public async Task A_silent_authority_is_told_as_such_and_opens_nothing()
    {
        var issuer = await Issuer.StartAsync();
        var (address, token) = (issuer.Address, issuer.Token("reader"));
        await issuer.DisposeAsync();
        await using var service = await StartedService.OnAsync(options => options with { Access = new() { Authority = address, Audience = Issuer.Audience } });

        Assert.Equal(StatusCode.Unavailable, await ListAsync(service, token));
    }

    [Fact]
    public async Task Tokens_of_others_for_others_without_end_or_signature_are_refused()
    {
        await using var service = await WithSecretAsync(new SetClock());
        var (head, body) = ("""{"alg":"none","typ":"JWT"}""", $$"""{"iss":"{{Us}}","aud":"{{Issuer.Audience}}","sub":"li","role":"administrator","exp":99999999999}""");
        string[] wrong =
        [
            Issuer.Sign(BySecret, "https://other.example", ("sub", "li"), ("role", "reader")),
            Issuer.Sign(BySecret, (Us, "other"), DateTime.UtcNow.AddMinutes(5), ("sub", "li"), ("role", "reader")),
            Issuer.Sign(new(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(48)), "HS256"), Us, ("sub", "li"), ("role", "reader")),
            Issuer.Sign(BySecret, Us, ("sub", "local"), ("role", "reader")),
            Issuer.Sign(BySecret, Us, ("role", "reader")),
            $"{Base64UrlEncoder.Encode(head)}.{Base64UrlEncoder.Encode(body)}.",
            "a.b.c", "x", new string('a', 20_000),
        ];

        foreach (var token in wrong)
        {
            Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, token));
        }
    }

    [Fact]
    public async Task A_public_key_never_serves_as_the_secret_of_a_token()
    {
        using var rsa = RSA.Create(2048);
        var pem = rsa.ExportSubjectPublicKeyInfoPem();
        var folder = StartedService.NewFolder();
        var file = Path.Combine(folder, "key.pem");
        File.WriteAllText(file, pem);
        await using var service = await StartedService.OnAsync(options => options with { Access = new() { SigningKeyFile = file, Issuer = Us, Audience = Issuer.Audience } }, folder);

        Assert.Equal(StatusCode.OK, await ListAsync(service, Issuer.Sign(new(new RsaSecurityKey(rsa), "RS256"), Us, ("sub", "li"), ("role", "reader"))));
        var forged = Issuer.Sign(new(new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(pem)), "HS256"), Us, ("sub", "li"), ("role", "administrator"));
        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, forged));
    }

    [Fact]
    public async Task A_clock_that_jumps_ends_tokens_and_brings_them_back_and_nothing_else()
    {
        var clock = new SetClock();
        await using var service = await WithSecretAsync(clock);
        var token = Issuer.Sign(BySecret, Us, ("sub", "li"), ("role", "reader"));

        Assert.Equal(StatusCode.OK, await ListAsync(service, token));
        clock.Off = TimeSpan.FromHours(2);
        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, token));
        clock.Off = TimeSpan.FromDays(-2);
        Assert.Equal(StatusCode.Unauthenticated, await ListAsync(service, token));
        clock.Off = TimeSpan.Zero;
        Assert.Equal(StatusCode.OK, await ListAsync(service, token));
    }

    private static Task<StartedService> WithSecretAsync(SetClock clock)
    {
        var folder = StartedService.NewFolder();
        var file = Path.Combine(folder, "secret");
        File.WriteAllText(file, Convert.ToBase64String(Secret));
        return StartedService.OnAsync(options => options with { Clock = clock, Access = new() { SigningKeyFile = file, Issuer = Us, Audience = Issuer.Audience } }, folder);
    }

    private static async Task<StatusCode> ListAsync(StartedService service, string token) => (await RawCalls.CallAsync(
        service.Channel.CreateCallInvoker(), Plans.Descriptor.FindMethodByName("ListPlans"),
        new ListPlansRequest { Parent = "cities/sample" }.ToByteArray(), new Metadata { { "authorization", $"Bearer {token}" } })).StatusCode;
}
