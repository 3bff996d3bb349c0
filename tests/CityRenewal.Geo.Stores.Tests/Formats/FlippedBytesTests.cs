using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Files with bytes flipped and ends cut off: read, or refused with a remedy, but never anything else.</summary>
public sealed class FlippedBytesTests : IDisposable
{
    private const int Trials = 120;

    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(7);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("lishi_jianzhu.shp", "historic_buildings.shp")]
    [InlineData("lishi_jianzhu.dbf", "historic_buildings.dbf")]
    [InlineData("lishi_jianzhu.shx", "historic_buildings.shx")]
    [InlineData("lishi_jianzhu.prj", "historic_buildings.prj")]
    [InlineData("zu_ge.zip", "water.zip")]
    [InlineData("guanli_danyuan.geojson", "planning_units.geojson")]
    [InlineData("sanqusanxian.gpkg", "udb.gpkg")]
    public void A_damaged_file_is_read_or_refused(string original, string name)
    {
        foreach (var extension in (string[])[".shp", ".shx", ".dbf", ".prj"])
        {
            File.Copy(Delivered("lishi_jianzhu" + extension), _folder["historic_buildings" + extension]);
        }

        var bytes = File.ReadAllBytes(Delivered(original));
        for (var trial = 0; trial < Trials; trial++)
        {
            File.WriteAllBytes(_folder[name], Damaged(bytes));
            ReadOrRefused(new ImportRequest([_folder[Path.GetExtension(name) is ".dbf" or ".shx" or ".prj" ? "historic_buildings.shp" : name]]));
        }
    }

    [Theory]
    [InlineData("ledger.xlsx")]
    [InlineData("ledger.csv")]
    public void A_damaged_ledger_is_read_or_refused(string name)
    {
        TownLayer.Write(_folder["parcels.geojson"], ("A1", "一"), ("A2", "二"));
        TestWorkbook.Write(_folder["ledger.xlsx"], [["parcel_id", "land_use"], ["A1", "R2"], ["A2", "B1"]]);
        File.WriteAllText(_folder["ledger.csv"], "parcel_id,land_use\nA1,\"住宅\"\nA2,B1\n");
        var bytes = File.ReadAllBytes(_folder[name]);
        for (var trial = 0; trial < Trials; trial++)
        {
            File.WriteAllBytes(_folder[name], Damaged(bytes));
            ReadOrRefused(new ImportRequest([_folder["parcels.geojson"], _folder[name]]));
        }
    }

    [Fact]
    public void A_damaged_mapping_is_read_or_refused()
    {
        var bytes = File.ReadAllBytes(TestData.Mapping("as-delivered.yaml"));
        for (var trial = 0; trial < Trials; trial++)
        {
            File.WriteAllBytes(_folder["map.yaml"], Damaged(bytes));
            ReadOrRefused(new ImportRequest([Delivered("zu_ge.zip")], _folder["map.yaml"]));
        }
    }

    private static void ReadOrRefused(ImportRequest request)
    {
        try
        {
            Assert.NotNull(LayerImport.Read(request));
        }
        catch (StoreException refused)
        {
            Assert.NotEmpty(refused.Remedy);
        }
    }

    private byte[] Damaged(byte[] bytes)
    {
        var damaged = bytes.ToArray();
        for (var i = _random.Next(1, 12); i > 0; i--)
        {
            // Headers decide most, so that a third of the flips falls there.
            var reach = _random.Next(3) == 0 ? Math.Min(bytes.Length, 300) : bytes.Length;
            damaged[_random.Next(reach)] = (byte)(_random.Next(4) == 0 ? 255 : _random.Next(256));
        }

        return _random.Next(6) == 0 ? damaged[.._random.Next(damaged.Length)] : damaged;
    }

    private static string Delivered(string name) => Path.Combine(TestData.Folder, "as-delivered", name);
}
