using System.Net.Http.Headers;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;

namespace CityRenewal.Geo.Service.Tests.Operating;

/// <summary>Pages may call only from listed origins, and then over gRPC-Web too.</summary>
public class BrowsersTests
{
    private const string Page = "https://plans.example.org";

    [Fact]
    public async Task A_listed_page_calls_over_gRPC_Web_and_is_allowed_to_read_the_answer()
    {
        await using var service = await StartedService.OnAsync(options => options with { Origins = [Page] });

        using var answer = await AskAsync(service, Page);

        Assert.Equal(Page, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var body = await answer.Content.ReadAsByteArrayAsync();
        var length = (body[1] << 24) | (body[2] << 16) | (body[3] << 8) | body[4];
        Assert.NotEmpty(ListRulePacksResponse.Parser.ParseFrom(body, 5, length).RulePacks);
        Assert.Contains("grpc-status: 0", System.Text.Encoding.ASCII.GetString(body[(5 + length)..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_pages_get_nothing_and_without_a_list_there_is_no_gRPC_Web()
    {
        await using var listed = await StartedService.OnAsync(options => options with { Origins = [Page] });
        await using var bare = await StartedService.OnAsync();

        using var foreign = await AskAsync(listed, "https://evil.example");
        using var off = await AskAsync(bare, null);

        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("rulePacks/", await foreign.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(off.IsSuccessStatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(StartedService service, string? origin)
    {
        using var http = service.HttpFor(null);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/cityrenewal.geo.v1.RulePacks/ListRulePacks") { Content = new ByteArrayContent([0, 0, 0, 0, 0]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await http.SendAsync(request);
    }
}
