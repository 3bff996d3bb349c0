using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Tests;

[Collection("service")]
public class OutlinesTests(RunningService service)
{
    private static readonly byte[] Square = new WKBWriter().Write(new GeometryFactory().CreatePolygon(
    [
        new(362_000, 3_271_000), new(362_500, 3_271_000), new(362_500, 3_271_500), new(362_000, 3_271_500), new(362_000, 3_271_000),
    ]));

    [Fact]
    public async Task A_square_is_measured_by_the_whole_family()
    {
        var response = await service.Outlines.MeasureOutlinesAsync(Request("plaza", Square));

        var outline = Assert.Single(response.Outlines);
        Assert.Equal("plaza", outline.Id);
        Assert.Equal(Math.PI / 4, outline.Measures.Single(measure => measure.Name == "polsby_popper").Value, 4);
        Assert.InRange(outline.LegalAreaM2, 249_000, 251_000);
        Assert.Equal(outline.LegalAreaM2, outline.AreaM2, outline.LegalAreaM2 * 1e-6);
    }

    [Fact]
    public async Task Only_the_measures_asked_for_come_back()
    {
        var request = Request("plaza", Square);
        request.Measures.Add("reock");

        var response = await service.Outlines.MeasureOutlinesAsync(request);

        Assert.Equal("reock", Assert.Single(response.Outlines[0].Measures).Name);
    }

    [Fact]
    public async Task A_careless_request_hears_of_every_problem_at_once()
    {
        var request = Request("a", [1, 2, 3]);
        request.EpsgCode = 0;
        request.Outlines.Add(new Outline { Id = "a", Wkb = ByteString.CopyFrom(Square) });
        request.Measures.Add("beauty");

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await service.Outlines.MeasureOutlinesAsync(request));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        var fields = fault.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(violation => violation.Field);
        Assert.Equal(["epsg_code", "measures[0]", "outlines[0].wkb", "outlines[1].id"], fields);
    }

    [Fact]
    public async Task An_outline_that_crosses_itself_is_refused_by_field()
    {
        var bow = new WKBWriter().Write(new GeometryFactory().CreatePolygon(
        [
            new(362_000, 3_271_000), new(362_100, 3_271_100), new(362_100, 3_271_000), new(362_000, 3_271_100), new(362_000, 3_271_000),
        ]));

        var fault = await Assert.ThrowsAsync<RpcException>(async () => await service.Outlines.MeasureOutlinesAsync(Request("bow", bow)));

        Assert.Equal(StatusCode.InvalidArgument, fault.StatusCode);
        Assert.Equal("outlines[0].wkb", Assert.Single(fault.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations).Field);
    }

    [Fact]
    public async Task The_same_call_as_JSON_gives_the_same_numbers()
    {
        var grpc = await service.Outlines.MeasureOutlinesAsync(Request("plaza", Square));
        using var http = new HttpClient { BaseAddress = service.Json };

        var answer = await http.PostAsJsonAsync("/v1/outlines:measure", new
        {
            epsgCode = 4545,
            outlines = new[] { new { id = "plaza", wkb = Convert.ToBase64String(Square) } },
        });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(grpc.Outlines[0].LegalAreaM2, json.GetProperty("outlines")[0].GetProperty("legalAreaM2").GetDouble());
    }

    [Fact]
    public async Task A_bad_request_as_JSON_is_answered_with_400_and_its_fields()
    {
        using var http = new HttpClient { BaseAddress = service.Json };

        var answer = await http.PostAsJsonAsync("/v1/outlines:measure", new { epsgCode = 4533, outlines = Array.Empty<object>() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("epsg_code", text);
        Assert.Contains("BAD_REQUEST", text);
    }

    private static MeasureOutlinesRequest Request(string id, byte[] wkb) => new()
    {
        EpsgCode = 4545,
        Outlines = { new Outline { Id = id, Wkb = ByteString.CopyFrom(wkb) } },
    };
}
