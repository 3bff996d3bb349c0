using System.Collections.Concurrent;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CityRenewal.Geo.Service.Tests.Operating;

/// <summary>A small collector that takes OTLP over HTTP sees what the service sends.</summary>
public class TelemetryTests
{
    [Fact]
    public async Task Spans_and_measures_of_calls_arrive_at_a_collector()
    {
        var sent = new ConcurrentBag<(string Path, byte[] Body)>();
        await using var collector = await CollectorAsync(sent);
        await using (var service = await StartedService.OnAsync(options => options with { Collector = new Uri(collector.Urls.First()) }))
        {
            await new Plans.PlansClient(service.Channel).ListPlansAsync(new ListPlansRequest { Parent = "cities/sample" });
            await service.App.StopAsync();
        }

        // resource_spans.scope_spans.spans.name and resource_metrics.scope_metrics.metrics.name
        var spans = sent.Where(one => one.Path == "/v1/traces").SelectMany(one => Texts(one.Body, 1, 2, 2, 5));
        var measures = sent.Where(one => one.Path == "/v1/metrics").SelectMany(one => Texts(one.Body, 1, 2, 2, 1)).ToHashSet();
        Assert.Contains("/cityrenewal.geo.v1.Plans/ListPlans", spans);
        Assert.Superset(new HashSet<string> { "cityrenewal.calls", "cityrenewal.runs.waiting", "cityrenewal.runs.working" }, measures);
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentBag<(string Path, byte[] Body)> sent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async (HttpContext context) =>
        {
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            sent.Add((context.Request.Path, body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }

    // The texts at the end of a path of fields, read from the bytes alone.
    private static IEnumerable<string> Texts(byte[] message, params int[] path)
    {
        var found = new List<string>();
        var input = new CodedInputStream(message);
        for (uint tag; (tag = input.ReadTag()) != 0;)
        {
            if (WireFormat.GetTagFieldNumber(tag) != path[0] || WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
            {
                input.SkipLastField();
                continue;
            }

            var inner = input.ReadBytes();
            found.AddRange(path.Length == 1 ? [inner.ToStringUtf8()] : Texts(inner.ToByteArray(), path[1..]));
        }

        return found;
    }
}
