using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CityRenewal.Geo.Service.Operating.Settings;
using CityRenewal.Geo.Service.V1;

namespace CityRenewal.Geo.Service.Tests.Access;

/// <summary>On loopback for one user; elsewhere only with TLS and callers who say who they are.</summary>
public class ListeningTests
{
    [Fact]
    public void An_address_that_others_reach_needs_TLS_and_a_scheme_and_hears_of_both_at_once()
    {
        var bare = new ServiceOptions { Store = "x", Listen = new IPEndPoint(IPAddress.Any, 0) };

        var refused = Assert.Throws<SettingsException>(() => ServiceHost.Create(bare));

        Assert.Equal(2, refused.Problems.Count);
        Assert.Contains(refused.Problems, problem => problem.Contains("TLS", StringComparison.Ordinal));
        Assert.Contains(refused.Problems, problem => problem.Contains("say who they are", StringComparison.Ordinal));
        Assert.False(Directory.Exists("x"));
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("pfx")]
    public async Task With_both_it_answers_gRPC_and_JSON_on_one_address(string form)
    {
        var folder = StartedService.NewFolder();
        var staff = new Staff(folder);
        var tls = form == "pem" ? WritePem(folder) : WritePfx(folder);
        await using var service = await StartedService.OnAsync(
            options => staff.On(options) with { Listen = new IPEndPoint(IPAddress.Any, 0), Tls = tls }, folder);
        var address = new Uri($"https://127.0.0.1:{service.Grpc.Port}");
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=renewal.example";
        using var http = new HttpClient(handler) { BaseAddress = address };
        http.DefaultRequestHeaders.Add("x-api-key", staff.Keys[Role.Reader]);
        using var channel = Grpc.Net.Client.GrpcChannel.ForAddress(address, new() { HttpClient = http });

        Assert.Empty((await new Plans.PlansClient(channel).ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" })).Plans);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/v1/cities/sample/plans")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/v1/calls")).StatusCode);
    }

    [Fact]
    public void A_certificate_that_ended_or_fits_no_key_is_told_before_the_start()
    {
        var folder = StartedService.NewFolder();
        var ended = WritePem(folder, DateTimeOffset.UtcNow.AddDays(-1));
        var other = WritePem(Directory.CreateDirectory(Path.Combine(folder, "other")).FullName);

        Assert.Contains("ended on", Problem(new ServiceOptions { Store = "x", Listen = new(IPAddress.Loopback, 0), Tls = ended }));
        Assert.Contains("cannot be read", Problem(new ServiceOptions { Store = "x", Listen = new(IPAddress.Loopback, 0), Tls = other with { Key = ended.Key } }));
        Assert.Contains("cannot be read", Problem(new ServiceOptions { Store = "x", Listen = new(IPAddress.Loopback, 0), Tls = other with { Certificate = "/nowhere.pem" } }));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_foreign_page_in_the_users_browser_is_refused_on_loopback()
    {
        await using var service = await StartedService.OnAsync();
        using var http = service.HttpFor(null);

        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(http, "Origin", "https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(http, "Host", "evil.example"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(http, "Origin", service.Json.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(http, "Host", $"localhost:{service.Json.Port}"));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/rulePacks");
        request.Headers.TryAddWithoutValidation(header, value);
        return (await http.SendAsync(request)).StatusCode;
    }

    private static string Problem(ServiceOptions options) => Assert.Single(Assert.Throws<SettingsException>(() => ServiceHost.Create(options)).Problems);

    private static CityRenewal.Geo.Service.Operating.Tls.TlsOptions WritePem(string folder, DateTimeOffset? until = null)
    {
        using var certificate = Make(until ?? DateTimeOffset.UtcNow.AddDays(9));
        var (pem, key) = (Path.Combine(folder, "tls.pem"), Path.Combine(folder, "tls.key"));
        File.WriteAllText(pem, certificate.ExportCertificatePem());
        File.WriteAllText(key, certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        return new() { Certificate = pem, Key = key };
    }

    private static CityRenewal.Geo.Service.Operating.Tls.TlsOptions WritePfx(string folder)
    {
        using var certificate = Make(DateTimeOffset.UtcNow.AddDays(9));
        var path = Path.Combine(folder, "tls.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "pw"));
        return new() { Certificate = path, Password = "pw" };
    }

    private static X509Certificate2 Make(DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new CertificateRequest("CN=renewal.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(until.AddDays(-20), until);
    }
}
