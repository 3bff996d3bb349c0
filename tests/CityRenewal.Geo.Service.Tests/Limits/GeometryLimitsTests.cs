using CityRenewal.Geo.Service.Operating.Limits;
using CityRenewal.Geo.Service.V1;
using CsCheck;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace CityRenewal.Geo.Service.Tests.Limits;

/// <summary>Geometries are looked at before room is made for what they claim.</summary>
[Collection("service")]
public class GeometryLimitsTests(RunningService service)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4545);

    [Fact]
    public void The_count_is_that_of_another_reader_for_every_geometry()
    {
        var points = Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6], (x, y) => new CoordinateZ(x, y, 1));
        var ring = points.Array[3, 20].Select(corners => Factory.CreateLinearRing([.. corners, corners[0]]));
        var polygon = Gen.Select(ring, ring.Array[0, 3], (outer, holes) => Factory.CreatePolygon(outer, holes));
        var any = Gen.OneOf<Geometry>(
            polygon.Select(one => (Geometry)one), polygon.Array[1, 4].Select(parts => (Geometry)Factory.CreateMultiPolygon(parts)),
            points.Select(point => (Geometry)Factory.CreatePoint(point)), ring.Select(line => (Geometry)line));
        Gen.Select(any, Gen.Bool, Gen.Bool, Gen.Bool).Sample((geometry, big, z, system) =>
        {
            var wkb = new WKBWriter(big ? ByteOrder.BigEndian : ByteOrder.LittleEndian, system, z).Write(geometry);
            var scan = new WkbScan(wkb, 4);
            var cut = new WkbScan(wkb.AsSpan(0, wkb.Length - 1), 4);
            return scan.TryCount() && scan.Vertices == geometry.NumPoints && scan.System == (system ? 4545 : 0) && !cut.TryCount();
        }, iter: 300);
    }

    [Fact]
    public void Nothing_that_is_no_geometry_makes_the_count_fail_otherwise_than_by_saying_so() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            var scan = new WkbScan(bytes, 4);
            return !scan.TryCount() || scan.Vertices <= bytes.Length / 16;
        }, iter: 5000);

    [Fact]
    public async Task A_geometry_that_claims_two_thousand_million_vertices_gets_no_room()
    {
        byte[] claim = [1, 3, 0, 0, 0, 1, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 0, 0];

        var refused = await RefusalAsync(claim);

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Equal("outlines[0].wkb", Assert.Single(refused.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
    }

    [Fact]
    public async Task Collections_in_collections_are_refused_before_they_are_read()
    {
        var bomb = new MemoryStream();
        for (var i = 0; i < 200_000; i++)
        {
            bomb.Write([1, 7, 0, 0, 0, 1, 0, 0, 0]);
        }

        var refused = await RefusalAsync(bomb.ToArray());

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal("TOO_MANY_VERTICES", refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task An_outline_of_three_million_vertices_is_refused_and_one_of_its_parts_is_not()
    {
        var circle = Factory.CreatePoint(new Coordinate(362_000, 3_271_000)).Buffer(500, 750_000);

        var refused = await RefusalAsync(new WKBWriter().Write(circle));

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        var small = new WKBWriter().Write(Factory.CreatePoint(new Coordinate(362_000, 3_271_000)).Buffer(500, 2_000));
        Assert.Single((await service.Outlines.MeasureOutlinesAsync(Request(small))).Outlines);
    }

    [Fact]
    public async Task A_geometry_that_names_another_system_than_the_request_is_refused()
    {
        var square = new GeometryFactory(new PrecisionModel(), 4490).CreatePolygon([new(106, 29), new(106.1, 29), new(106.1, 29.1), new(106, 29)]);

        var refused = await RefusalAsync(new WKBWriter(ByteOrder.LittleEndian, handleSRID: true).Write(square));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        Assert.Contains("EPSG:4490", refused.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e308)]
    public async Task Coordinates_that_lie_nowhere_are_refused(double odd)
    {
        var triangle = Factory.CreatePolygon([new(362_000, 3_271_000), new(362_100, 3_271_000), new(odd, 3_271_100), new(362_000, 3_271_000)]);

        var refused = await RefusalAsync(new WKBWriter().Write(triangle));

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    private async Task<RpcException> RefusalAsync(byte[] wkb) =>
        await Assert.ThrowsAsync<RpcException>(async () => await service.Outlines.MeasureOutlinesAsync(Request(wkb)));

    private static MeasureOutlinesRequest Request(byte[] wkb) => new() { EpsgCode = 4545, Outlines = { new Outline { Id = "a", Wkb = ByteString.CopyFrom(wkb) } } };
}
