using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>A folder means the layers and ledgers directly in it; files that hold nothing are said so in our words.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_means_its_layers_and_ledgers_and_says_what_it_passed_over()
    {
        TownLayer.Write(_folder["parcels.geojson"], ("A1", "一"), ("A2", "二"));
        File.WriteAllText(_folder["l.csv"], "code,land_use\nA1,R2\nA2,B1\n");
        File.WriteAllText(_folder["plan.dwg"], "x");
        File.WriteAllText(_folder["readme.md"], "x");
        File.WriteAllText(_folder["~$l.xlsx"], "x");
        Directory.CreateDirectory(_folder["deeper"]);
        TownLayer.Write(Path.Combine(_folder["deeper"], "buildings.geojson"), ("B1", ""));
        var imported = LayerImport.Read(new ImportRequest([Path.GetDirectoryName(_folder["x"])!]));

        Assert.Equal("R2", Assert.Single(imported.Layers).Column("land_use")!.TextOf(0));
        Assert.Equal(["parcels.geojson", "plan.dwg"], imported.Report.Sources.Select(source => source.File));
        Assert.Contains("Save it as DXF", imported.Report.Sources[1].Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Half_of_a_Shapefile_in_a_folder_is_told()
    {
        foreach (var extension in (string[])[".shx", ".dbf"])
        {
            File.Copy(Path.Combine(TestData.Folder, "as-delivered", "ZDJBXX" + extension), _folder["parcels" + extension]);
        }

        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([Path.GetDirectoryName(_folder["x"])!])));

        Assert.Contains("parcels.shx: it belongs to a Shapefile whose .shp is not given.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_layers_and_ledgers_by_themselves_are_refused()
    {
        File.WriteAllText(_folder["l.csv"], "code,land_use\nA1,R2\n");
        Directory.CreateDirectory(_folder["empty"]);

        Assert.Contains("only ledgers are given, and a ledger has no shapes", Refused("l.csv"), StringComparison.Ordinal);
        Assert.Contains("the folder holds no layer and no ledger", Refused("empty"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.geojson", "", "it is empty: it has no byte")]
    [InlineData("a.gpkg", "", "it is empty: it has no byte")]
    [InlineData("a.xlsx", "", "it is empty")]
    [InlineData("parcels.geojson", " ", "it is not whole GeoJSON")]
    [InlineData("parcels.geojson", "{\"type\":\"FeatureCollection\",\"features\":[{]}", "it is not whole GeoJSON near line 1: a value, comma, quote or bracket is missing or too many there")]
    [InlineData("parcels.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}", "parcels")]
    public void A_file_that_holds_nothing_or_is_broken_ends_in_our_words(string name, string content, string words)
    {
        File.WriteAllText(_folder[name], content);
        var message = Refused(name);

        Assert.Contains(words, message, StringComparison.Ordinal);
        foreach (var foreign in (string[])["System.", "LineNumber", "BytePosition", "Exception", "Sequence contains", "Index was"])
        {
            Assert.DoesNotContain(foreign, message, StringComparison.Ordinal);
        }
    }

    private string Refused(string name)
    {
        TownLayer.Write(_folder["udb.geojson"], ("Z1", ""));
        string[] others = name.EndsWith(".xlsx", StringComparison.Ordinal) ? [_folder["udb.geojson"]] : [];
        return Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([_folder[name], .. others]))).Message;
    }
}
