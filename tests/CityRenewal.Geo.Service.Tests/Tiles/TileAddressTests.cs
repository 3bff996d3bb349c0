using System.IO.Compression;
using System.Net;
using System.Text.Json;
using CityRenewal.Geo.Reports.Tiles;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Tiles as a client gets them over HTTP from the running service.</summary>
[Collection("service")]
public class TileAddressTests(RunningService service)
{
    private const string Tiles = "/v1/cities/sample/tiles";

    [Fact]
    public async Task A_tile_comes_compressed_where_the_client_takes_it_and_plain_where_not()
    {
        using var http = Client();
        var path = $"{Tiles}/parcels/{await MiddleAsync(http, 15)}";

        var plain = await http.GetAsync(path);
        var packed = await AskAsync(http, path, request => request.Headers.AcceptEncoding.ParseAdd("br, gzip;q=0.8"));
        var refused = await AskAsync(http, path, request => request.Headers.AcceptEncoding.ParseAdd("gzip;q=0"));

        Assert.Equal("application/vnd.mapbox-vector-tile", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Empty(refused.Content.Headers.ContentEncoding);
        var bytes = await plain.Content.ReadAsByteArrayAsync();
        Assert.Equal(bytes, Unpacked(await packed.Content.ReadAsByteArrayAsync()));
        Assert.Empty(ReadTile.Faults(bytes));
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
        Assert.All([plain, packed], answer => Assert.Equal(["Accept-Encoding"], answer.Headers.Vary));
    }

    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\"", HttpStatusCode.OK)]
    public async Task Who_has_a_tile_already_is_told_so(string known, HttpStatusCode expected)
    {
        using var http = Client();
        foreach (var path in new[] { $"{Tiles}/{await MiddleAsync(http, 14)}", Tiles, $"{Tiles}/udb" })
        {
            var tag = (await http.GetAsync(path)).Headers.ETag!.ToString();

            var answer = await AskAsync(http, path, request => request.Headers.TryAddWithoutValidation("If-None-Match", string.Format(known, tag)));

            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal(tag, answer.Headers.ETag!.ToString());
            Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
            Assert.Equal(expected == HttpStatusCode.OK, (await answer.Content.ReadAsByteArrayAsync()).Length > 0);
        }
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_without_sending_it()
    {
        using var http = Client();
        foreach (var path in new[] { $"{Tiles}/{await MiddleAsync(http, 14)}.mvt", Tiles, $"{Tiles}/parcels/0/1/0" })
        {
            var got = await http.GetAsync(path);
            var head = await http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

            Assert.Equal(got.StatusCode, head.StatusCode);
            Assert.Equal(got.Headers.ETag, head.Headers.ETag);
            Assert.Equal(got.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(got.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task A_tile_where_nothing_lies_is_empty_and_no_error()
    {
        using var http = Client();

        var answer = await http.GetAsync($"{Tiles}/22/0/0.mvt");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/23/0/0", "z")]
    [InlineData("/-1/0/0", "z")]
    [InlineData("/3/8/8", "x,y")]
    [InlineData("/3/7/8.mvt", "y")]
    [InlineData("/a/b/c", "z,x,y")]
    [InlineData("/parcels/3/1e1/+2", "x,y")]
    [InlineData("/3/1/99999999999999999999", "y")]
    [InlineData("/3/1/2.png", "y")]
    [InlineData("/3/%20/2", "x")]
    public async Task Numbers_that_name_no_tile_are_told_all_at_once(string path, string fields)
    {
        var (status, fault) = await FaultAsync(Tiles + path);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(3, fault.GetProperty("code").GetInt32());
        Assert.Equal("BAD_REQUEST", Detail(fault, "ErrorInfo").GetProperty("reason").GetString());
        var named = Detail(fault, "BadRequest").GetProperty("fieldViolations").EnumerateArray().Select(one => one.GetProperty("field").GetString());
        Assert.Equal(fields, string.Join(',', named));
    }

    [Theory]
    [InlineData("/v1/cities/atlantis/tiles", "NO_SUCH_CITY", "list the cities")]
    [InlineData("/v1/cities/atlantis/tiles/parcels/3/1/2", "NO_SUCH_CITY", "list the cities")]
    [InlineData(Tiles + "/trees", "NO_SUCH_LAYER", "parcels, buildings")]
    [InlineData(Tiles + "/trees/3/1/2", "NO_SUCH_LAYER", "parcels, buildings")]
    [InlineData(Tiles + "/..%2f..%2fetc/3/1/2", "NO_SUCH_LAYER", "parcels, buildings")]
    public async Task What_the_service_does_not_hold_is_not_found_and_what_to_ask_for_is_said(string path, string reason, string known)
    {
        var (status, fault) = await FaultAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(5, fault.GetProperty("code").GetInt32());
        Assert.Equal(reason, Detail(fault, "ErrorInfo").GetProperty("reason").GetString());
        Assert.Contains(known, fault.GetProperty("message").GetString());
    }

    [Fact]
    public async Task An_error_looks_as_that_of_a_transcoded_call_does()
    {
        var (_, transcoded) = await FaultAsync("/v1/rulePacks/none");
        var (_, fault) = await FaultAsync("/v1/cities/atlantis/tiles");

        Assert.Equal(Shape(transcoded), Shape(fault));

        static IEnumerable<string> Shape(JsonElement status) =>
            status.EnumerateObject().Select(one => $"{one.Name} {one.Value.ValueKind}").Order()
                .Concat(Detail(status, "ErrorInfo").EnumerateObject().Select(one => one.Name).Order());
    }

    private HttpClient Client() => new() { BaseAddress = service.Json };

    private async Task<(HttpStatusCode Status, JsonElement Fault)> FaultAsync(string path)
    {
        using var http = Client();
        var answer = await http.GetAsync(path);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    private static JsonElement Detail(JsonElement fault, string type) => fault.GetProperty("details").EnumerateArray()
        .Single(detail => detail.GetProperty("@type").GetString()!.EndsWith($"google.rpc.{type}", StringComparison.Ordinal));

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string path, Action<HttpRequestMessage> change)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        change(request);
        return await http.SendAsync(request);
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    internal static async Task<string> MiddleAsync(HttpClient http, int zoom)
    {
        var center = JsonDocument.Parse(await http.GetStringAsync(Tiles)).RootElement.GetProperty("center");
        var tile = TileAddress.At(zoom, center[0].GetDouble(), center[1].GetDouble());
        return $"{zoom}/{tile.Column}/{tile.Row}";
    }
}
