using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CityRenewal.Geo.Service.V1;
using CsCheck;
using Google.Protobuf;
using Grpc.Core;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Tests.Hostile;

/// <summary>Bytes that are no message of the contract, against the running service: a clear status, and it stays up.</summary>
[Collection("service")]
public class MalformedTests(RunningService service)
{
    private static readonly byte[] Measure = new MeasureOutlinesRequest
    {
        EpsgCode = 4545,
        Measures = { "reock" },
        Outlines = { new Outline { Id = "a", Wkb = ByteString.CopyFrom(new WKBWriter().Write(new GeometryFactory().CreatePolygon([new(362_000, 3_271_000), new(362_500, 3_271_000), new(362_500, 3_271_500), new(362_000, 3_271_000)]))) } },
    }.ToByteArray();

    [Fact]
    public async Task Whatever_bytes_come_to_whatever_method_the_status_blames_the_request()
    {
        var methods = RawCalls.Methods.Where(method => method.Service.FullName.StartsWith("cityrenewal", StringComparison.Ordinal) && !method.Name.StartsWith("Watch", StringComparison.Ordinal)).ToArray();
        var gen = Gen.Select(Gen.Int[0, methods.Length - 1], Gen.Byte.Array[0, 120]);

        await gen.SampleAsync(async (method, bytes) => RequireClear(await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), methods[method], bytes)), iter: 400, threads: 2);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task A_valid_request_that_was_bent_anywhere_is_answered_or_refused_but_never_breaks_anything()
    {
        var gen = Gen.Select(Gen.Int[0, Measure.Length - 1], Gen.Byte, Gen.Int[0, Measure.Length], Gen.Int[0, 3]);

        await gen.SampleAsync(async (at, value, cut, kind) =>
        {
            var bytes = kind switch
            {
                0 => [.. Measure[..at], value, .. Measure[(at + 1)..]],
                1 => Measure[..cut],
                2 => [.. Measure[..at], value, .. Measure[at..]],
                _ => (byte[])[.. Measure, .. Measure[..cut]],
            };
            RequireClear(await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), RawCalls.Measure, bytes));
        }, iter: 500, threads: 2);
        await StillAnswersAsync();
    }

    [Fact]
    public async Task An_outline_that_one_bent_byte_makes_thousands_of_kilometres_long_is_refused_in_words()
    {
        var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), RawCalls.Measure, [.. Measure[..34], 96, .. Measure[35..]]);

        Assert.Equal(StatusCode.InvalidArgument, status.StatusCode);
        Assert.Contains("thousands of kilometres", status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_in_groups_are_refused_as_malformed()
    {
        var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), RawCalls.Measure, [.. Enumerable.Repeat((byte)0x7b, 1_000_000)]);

        Assert.Equal(StatusCode.InvalidArgument, status.StatusCode);
    }

    [Fact]
    public async Task Five_million_empty_outlines_are_refused_with_one_problem_and_leave_no_memory_behind()
    {
        var bytes = new byte[10_000_000];
        for (var i = 0; i < bytes.Length; i += 2)
        {
            bytes[i] = (byte)((MeasureOutlinesRequest.OutlinesFieldNumber << 3) | 2);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 3; i++)
        {
            var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), RawCalls.Measure, bytes);
            Assert.Equal(StatusCode.InvalidArgument, status.StatusCode);
            Assert.Contains("5000000", status.Detail, StringComparison.Ordinal);
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 64 << 20);
    }

    [Fact]
    public async Task A_request_with_ten_thousand_mistakes_is_answered_within_what_clients_take()
    {
        var request = new MeasureOutlinesRequest { EpsgCode = 1 };
        request.Outlines.AddRange(Enumerable.Range(0, 10_000).Select(_ => new Outline { Id = "重复的名字", Wkb = ByteString.CopyFrom(7) }));

        var status = await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), RawCalls.Measure, request.ToByteArray());

        Assert.Equal(StatusCode.InvalidArgument, status.StatusCode);
        Assert.InRange(Uri.EscapeDataString(status.Detail).Length, 1_000, 2_000);
    }

    [Fact]
    public async Task A_message_that_unpacks_to_more_than_it_may_is_not_unpacked()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i < 300; i++)
            {
                gzip.Write(new byte[1 << 20]);
            }
        }

        using var http = new HttpClient(new SocketsHttpHandler());
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service.Grpc, "/cityrenewal.geo.v1.Outlines/MeasureOutlines"))
        {
            Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([1, .. BitConverter.GetBytes((int)packed.Length).Reverse(), .. packed.ToArray()]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.Add("grpc-encoding", "gzip");
        using var answer = await http.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();

        var status = answer.Headers.TryGetValues("grpc-status", out var told) ? told.Single() : answer.TrailingHeaders.GetValues("grpc-status").Single();
        Assert.Equal(((int)StatusCode.ResourceExhausted).ToString(System.Globalization.CultureInfo.InvariantCulture), status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"outlines\":[{\"wkb\":\"not base64!\"}]}")]
    [InlineData("{\"outlines\":\"many\"}")]
    [InlineData("{\"epsgCode\":1e400}")]
    [InlineData("{\"epsgCode\":NaN}")]
    [InlineData("{\"unknown\":1}")]
    [InlineData("{\"epsgCode\":4545,\"epsgCode\":\"a\"}")]
    public async Task JSON_that_is_no_message_is_a_bad_request(string body) => await RequireBadAsync(body);

    [Fact]
    public async Task JSON_nested_without_end_is_a_bad_request()
    {
        await RequireBadAsync(new string('[', 1_000_000));
        await RequireBadAsync(string.Concat(Enumerable.Repeat("{\"outlines\":", 200_000)));
        await RequireBadAsync($"{{\"outlines\":[{string.Join(',', Enumerable.Repeat("{}", 100_001))}]}}");
        await StillAnswersAsync();
    }

    private async Task RequireBadAsync(string body)
    {
        using var http = new HttpClient { BaseAddress = service.Json };
        var answer = await http.PostAsync("/v1/outlines:measure", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static void RequireClear(Status status) => Assert.True(
        status.StatusCode is not (StatusCode.Internal or StatusCode.Unknown or StatusCode.Unavailable or StatusCode.DeadlineExceeded), $"{status}");

    private async Task StillAnswersAsync() =>
        Assert.Equal(StatusCode.OK, (await RawCalls.CallAsync(service.Channel.CreateCallInvoker(), RawCalls.Measure, Measure)).StatusCode);
}
