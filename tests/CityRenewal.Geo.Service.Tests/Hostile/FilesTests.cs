using System.IO.Compression;
using System.Text;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;
using Grpc.Core;

namespace CityRenewal.Geo.Service.Tests.Hostile;

/// <summary>Files and features that are sent to break the reader: refused, and no city is made of them.</summary>
[Collection("service")]
public class FilesTests(RunningService service)
{
    private const string Head = """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":""";

    public static TheoryData<string, string> GeoJson => new()
    {
        { "nested", string.Concat(Enumerable.Repeat("[", 500_000)) },
        { "nested coordinates", Head + """{"type":"Polygon","coordinates":""" + new string('[', 300_000) },
        { "NaN", Head + """{"type":"Polygon","coordinates":[[[NaN,29],[106,29],[106,30],[NaN,29]]]}}]}""" },
        { "too large a number", Head + """{"type":"Polygon","coordinates":[[[1e999,29],[106,29],[106,30],[1e999,29]]]}}]}""" },
        { "elsewhere", Head + """{"type":"Polygon","coordinates":[[[1e300,1e300],[2e300,1e300],[2e300,2e300],[1e300,1e300]]]}}]}""" },
        { "another kind", Head + """{"type":"Sphere","coordinates":[0,0,1]}}]}""" },
        { "no ring", Head + """{"type":"Polygon","coordinates":[[[106,29]]]}}]}""" },
        { "empty", "" },
        { "cut", Head + """{"type":"Polygon","coordi""" },
        { "names", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":1,"'; DROP TABLE x; --":"a"},"geometry":null}]}""" },
    };

    [Theory]
    [MemberData(nameof(GeoJson))]
    public async Task GeoJSON_that_is_a_trap_is_refused_or_its_row_told_as_a_defect(string kind, string text) => await RequireRefusedAsync(kind, "parcels.geojson", Encoding.UTF8.GetBytes(text));

    [Fact]
    public async Task A_zip_that_unpacks_to_gigabytes_or_to_other_folders_is_refused()
    {
        await RequireRefusedAsync("bomb", "parcels.zip", Zip("parcels.shp", new byte[400 << 20]));
        await RequireRefusedAsync("other folder", "parcels.zip", Zip("../../../tmp/renewal-escaped.shp", [1, 2, 3]));
        Assert.False(File.Exists("/tmp/renewal-escaped.shp"));
    }

    [Theory]
    [InlineData("city.gpkg")]
    [InlineData("parcels.shp")]
    [InlineData("ledger.xlsx")]
    [InlineData("parcels.gdb.zip")]
    [InlineData("a.dwg")]
    [InlineData("noending")]
    [InlineData("../../../etc/cron.d/x.geojson")]
    [InlineData("a\0b.geojson")]
    public async Task Bytes_that_are_no_such_file_are_refused(string name)
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);
        await RequireRefusedAsync(name, name, bytes);
        await RequireRefusedAsync(name, name, Encoding.UTF8.GetBytes("SQLite format 3\0" + new string('x', 5000)));
    }

    [Fact]
    public async Task Features_that_claim_more_than_they_hold_are_refused_in_the_stream()
    {
        using var call = service.Cities.UploadLayers();
        await call.RequestStream.WriteAsync(new UploadLayersRequest { Header = new ImportHeader { City = "cities/trap" } });
        var batch = new FeatureBatch { Layer = "parcels", EpsgCode = 4545 };
        batch.Wkb.Add(ByteString.CopyFrom(1, 3, 0, 0, 0, 0xff, 0xff, 0xff, 0x7f));
        await call.RequestStream.WriteAsync(new UploadLayersRequest { Features = batch });
        await call.RequestStream.CompleteAsync();

        var refused = await Assert.ThrowsAsync<RpcException>(async () => await call.ResponseAsync);

        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
        await RequireNoCityAsync("a stream");
    }

    private async Task RequireRefusedAsync(string kind, string file, byte[] bytes)
    {
        var request = new ImportLayersRequest { Header = new ImportHeader { City = "cities/trap" } };
        request.Files.Add(new FilePiece { Name = file, Data = ByteString.CopyFrom(bytes) });
        StatusCode status;
        try
        {
            var taken = await service.Cities.ImportLayersAsync(request, deadline: DateTime.UtcNow.AddMinutes(2));
            await service.Cities.DeleteCityAsync(new DeleteCityRequest { Name = "cities/trap" });

            // A row that is broken does not stop a layer, but it is told.
            status = taken.DefectCount > 0 ? StatusCode.InvalidArgument : StatusCode.OK;
        }
        catch (RpcException refused)
        {
            status = refused.StatusCode;
        }

        Assert.True(status is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.ResourceExhausted, $"{kind}: {status}");
        await RequireNoCityAsync(kind);
    }

    private async Task RequireNoCityAsync(string kind)
    {
        var listed = await service.Cities.ListCitiesAsync(new ListCitiesRequest());
        Assert.False(listed.Cities.Any(city => city.Name == "cities/trap"), kind);
        var folder = Path.Combine(service.Office, "cities", "trap");
        Assert.False(Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(), $"{kind} left files");
    }

    private static byte[] Zip(string name, byte[] content)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }
}
