using System.Text.RegularExpressions;
using CityRenewal.Geo.Service.Contract;

namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>Every call answers the same over gRPC and as JSON.</summary>
[Collection("service")]
public sealed partial class JsonAgreementTests(RunningService service) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = service.Json };

    public static TheoryData<string> Calls => [.. HttpRoute.All.Select(route => route.Method.FullName)];

    [Fact]
    public void Every_call_that_is_no_stream_of_requests_has_a_route()
    {
        var without = WireTypes.Files.SelectMany(file => file.Services).SelectMany(of => of.Methods)
            .Where(method => !method.IsClientStreaming && HttpRoute.All.All(route => route.Method != method)).Select(method => method.FullName);

        Assert.Empty(without);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task The_call_answers_the_same_over_grpc_and_as_json(string name)
    {
        var route = HttpRoute.All.Single(each => each.Method.FullName == name);
        var (calls, examples) = (new JsonCalls(service, _http), new CallExamples(service));

        var grpc = await calls.OverGrpcAsync(route.Method, await examples.OfAsync(name, "byrpc"));
        var json = await calls.OverHttpAsync(route, await examples.OfAsync(name, "asjson"));

        // How often a stream tells its progress depends on the moment; what it ends with does not.
        Assert.NotEmpty(grpc);
        Assert.Equal(Plain(grpc[^1]), Plain(json[^1]));
    }

    public void Dispose() => _http.Dispose();

    // Ids that each side chose, times, and what follows from them.
    private static string Plain(string json) => Changing().Replace(Tagged().Replace(json, "x"), "");

    [GeneratedRegex("byrpc|asjson")]
    private static partial Regex Tagged();

    [GeneratedRegex("""("(createTime|updateTime|endTime|time|etag|cityEtag|nextPageToken|writtenAt|hash|recordHash|attempts|ahead|share|stage|state)": ("(\\.|[^"\\])*"|[0-9.]+),? ?)|[0-9a-f]{12}-[0-9a-f]{4}""")]
    private static partial Regex Changing();
}
