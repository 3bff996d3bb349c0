using System.IO.Compression;
using System.Text;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Zips as offices send them, and zips that must not be unpacked.</summary>
public sealed class ZipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Windows writes GBK and no mark, a Mac UTF-8 and no mark, newer programs UTF-8 with the mark.
    [Theory]
    [InlineData("GB18030", false)]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    public void Chinese_names_are_read_whatever_program_zipped_them(string encoding, bool marked)
    {
        ZipParcels(encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!, "交付/宗地", marked);

        Assert.Equal((3000, "宗地"), Read("- layer: parcels\n  file: a.zip/宗地\n  id: ZDDM\n  fields: { land_use: 权利人 }\n"));
    }

    [Fact]
    public void What_a_Mac_adds_is_no_layer()
    {
        ZipParcels(Encoding.UTF8, "parcels", marked: true);
        using (var zip = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Update))
        {
            zip.CreateEntry("__MACOSX/._parcels.shp");
        }

        Assert.Equal((3000, "parcels"), Read(mapping: null));
    }

    [Fact]
    public void A_zip_that_would_fill_the_memory_is_refused_before_it_is_unpacked()
    {
        using (var zip = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Create))
        using (var stream = zip.CreateEntry("bomb.shp", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 200; i++)
            {
                stream.Write(zeros);
            }
        }

        Assert.Contains("'bomb.shp' would unpack from", Refused(), StringComparison.Ordinal);
        Assert.Contains("to 200,000,000 bytes; nothing was unpacked", Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../parcels.shp", "would be unpacked outside its folder")]
    [InlineData("/etc/parcels.shp", "would be unpacked outside its folder")]
    [InlineData("C:\\parcels.shp", "would be unpacked outside its folder")]
    [InlineData("inner.zip", "it holds another archive, inner.zip")]
    [InlineData("parcels.dbf", "it holds parcels.dbf, but the .shp is missing")]
    [InlineData("town.gdb/a00000001.gdbtable", "it holds a file geodatabase. Unpack it and give the .gdb folder.")]
    public void A_zip_that_holds_something_else_says_what(string entry, string words)
    {
        using (var zip = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Create))
        {
            zip.CreateEntry(entry);
        }

        Assert.Contains(words, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_Shapefiles_of_one_name_are_not_mixed_up()
    {
        using (var zip = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Create))
        {
            zip.CreateEntry("north/parcels.shp");
            zip.CreateEntry("south/parcels.shp");
        }

        Assert.Contains("it holds parcels.shp in 2 folders", Refused(), StringComparison.Ordinal);
    }

    private void ZipParcels(Encoding names, string stem, bool marked)
    {
        foreach (var extension in (string[])[".shp", ".shx", ".dbf", ".prj"])
        {
            // A name in Latin-1 that holds the bytes of another encoding is what a zip without the mark holds.
            var bytes = names.GetBytes(stem + extension);
            using var zip = new ZipArchive(
                new FileStream(_folder["a.zip"], FileMode.OpenOrCreate), ZipArchiveMode.Update, leaveOpen: false, marked ? Encoding.UTF8 : Encoding.Latin1);
            zip.CreateEntryFromFile(
                Path.Combine(TestData.Folder, "as-delivered", "ZDJBXX" + extension), marked ? stem + extension : Encoding.Latin1.GetString(bytes));
        }
    }

    private (int Features, string Layer) Read(string? mapping)
    {
        if (mapping is not null)
        {
            File.WriteAllText(_folder["map.yaml"], mapping);
        }

        var imported = LayerImport.Read(new ImportRequest([_folder["a.zip"]], mapping is null ? null : _folder["map.yaml"]) { KeepPersonalData = true });
        return (imported.Layers[0].Shapes.Count, imported.Report.Sources[0].SourceLayer);
    }

    private string Refused() => Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([_folder["a.zip"]]))).Message;
}
