using System.Buffers.Binary;
using System.IO.Compression;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public sealed class ShapefileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".shp", "parcels.shp: it is cut short: its header says 504,500 bytes, it has 252,250.")]
    [InlineData(".dbf", "parcels.dbf: it is cut short: 3,000 rows need")]
    public void A_part_that_is_cut_short_is_refused_with_both_lengths(string extension, string words)
    {
        CopyParcels();
        var bytes = File.ReadAllBytes(_folder["parcels" + extension]);
        File.WriteAllBytes(_folder["parcels" + extension], bytes[..(bytes.Length / 2)]);

        Assert.Contains(words, Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_dbf_nothing_is_read()
    {
        CopyParcels();
        File.Delete(_folder["parcels.dbf"]);

        Assert.Contains("parcels.dbf is missing: the attributes lie in it.", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_shx_the_shapes_are_read_one_after_the_other_and_the_report_says_so()
    {
        CopyParcels();
        var whole = Import().Layers[0].Shapes;
        File.Delete(_folder["parcels.shx"]);
        var imported = Import();

        Assert.Equal(whole.X, imported.Layers[0].Shapes.X);
        Assert.Contains(imported.Report.Sources[0].Notes, note => note.Contains(".shx is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_prj_the_question_lists_what_each_system_would_mean()
    {
        CopyParcels();
        File.Delete(_folder["parcels.prj"]);
        var refused = Refused();

        Assert.Contains("EPSG:4544 CGCS2000 / 3-degree Gauss-Kruger CM 105E: the layer lies at 106.4", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--crs", refused.Remedy, StringComparison.Ordinal);
        Assert.Equal(4544, Import(new GivenReferenceSystem(4544)).Layers[0].Epsg);
    }

    [Fact]
    public void A_foreign_prj_is_refused_by_its_datum()
    {
        CopyParcels();
        File.WriteAllText(_folder["parcels.prj"], File.ReadAllText(_folder["parcels.prj"]).Replace("D_China_2000", "D_Xian_1980", StringComparison.Ordinal));

        Assert.Contains("its datum D_Xian_1980 is not", Refused().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".shp")]
    [InlineData(".dbf")]
    public void A_part_that_is_something_else_is_refused(string extension)
    {
        CopyParcels();
        File.WriteAllText(_folder["parcels" + extension], new string('x', 5000));

        Assert.NotEmpty(Refused().Remedy);
    }

    [Fact]
    public void Shapes_and_rows_that_do_not_belong_together_are_refused()
    {
        CopyParcels();
        File.Copy(Path.Combine(TestData.Folder, "as-delivered", "LSWHBHX.dbf"), _folder["parcels.dbf"], overwrite: true);

        Assert.Contains("parcels.shp has 3,000 shapes and parcels.dbf 8 rows.", Refused().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shx_that_is_cut_short_is_done_without_and_the_report_says_so()
    {
        CopyParcels();
        File.WriteAllBytes(_folder["parcels.shx"], File.ReadAllBytes(_folder["parcels.shx"])[..5000]);
        var imported = Import();

        Assert.Equal(3000, imported.Layers[0].Shapes.Count);
        Assert.Contains(imported.Report.Sources[0].Notes, note => note.Contains("the .shx is cut short (its header says 24,100 bytes, it has 5,000)", StringComparison.Ordinal));
    }

    // 0x4D is simplified Chinese, 0x4F traditional; 0x57 only says "whatever that machine uses".
    [Theory]
    [InlineData(0x4D, "GB18030: the language byte of the .dbf is 0x4D")]
    [InlineData(0x4F, "BIG5: the language byte of the .dbf is 0x4F")]
    [InlineData(0x57, "GB18030: nothing says which, and it is not UTF-8")]
    public void The_language_byte_of_the_table_counts_where_there_is_no_cpg(byte language, string words)
    {
        CopyParcels();
        var dbf = File.ReadAllBytes(_folder["parcels.dbf"]);
        dbf[29] = language;
        File.WriteAllBytes(_folder["parcels.dbf"], dbf);

        Assert.Contains(Import().Report.Sources[0].Notes, note => note.Contains(words, StringComparison.Ordinal));
    }

    // Wrong counts in one record: its feature is listed and kept, the others are read.
    [Fact]
    public void A_broken_record_costs_one_shape_and_not_the_layer()
    {
        CopyParcels();
        var shp = File.ReadAllBytes(_folder["parcels.shp"]);
        BinaryPrimitives.WriteInt32LittleEndian(shp.AsSpan(100 + 8 + 40), int.MaxValue);
        File.WriteAllBytes(_folder["parcels.shp"], shp);
        var imported = Import();

        Assert.Equal(3000, imported.Layers[0].Shapes.Count);
        Assert.Contains(imported.Defects, defect => defect.Code == "broken_geometry" && defect.Fid == 0);
    }

    [Theory]
    [InlineData(null, "GB18030: nothing says which, and it is not UTF-8")]
    [InlineData("UTF-8", "GB18030: the .cpg says UTF-8, which does not fit")]
    [InlineData("  936\r\n", "GB18030: the .cpg says 936")]
    [InlineData("no such name", "GB18030: the .cpg says no such name, which does not fit")]
    public void The_encoding_of_the_table_is_settled_in_a_known_order(string? cpg, string words)
    {
        CopyParcels();
        if (cpg is not null)
        {
            File.WriteAllText(_folder["parcels.cpg"], cpg);
        }

        var imported = Import();

        Assert.Contains(imported.Report.Sources[0].Notes, note => note.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Chinese_field_names_and_words_are_read_as_the_user_names_the_encoding()
    {
        CopyParcels();
        File.WriteAllText(_folder["map.yaml"], "- layer: parcels\n  file: parcels.shp\n  encoding: GBK\n  id: ZDDM\n  fields: { land_use: 权利人 }\n");
        var imported = LayerImport.Read(new ImportRequest([_folder["parcels.shp"]], _folder["map.yaml"]) { KeepPersonalData = true });
        var owners = imported.Layers[0].Column("land_use")!;

        Assert.Equal(["个人", "国有", "集体"], Enumerable.Range(0, 3000).Select(owners.TextOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_that_is_not_there_is_named_with_those_that_are()
    {
        CopyParcels();
        File.WriteAllText(_folder["map.yaml"], "- layer: parcels\n  file: parcels.shp\n  id: ZDDMX\n  fields:\n    land_use: DLBM\n");
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([_folder["parcels.shp"]], _folder["map.yaml"])));

        Assert.Contains("mapping line 1: layer parcels has no field 'ZDDMX'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("mapping line 5: layer parcels has no field 'DLBM'. It has ZDDM, ZDMJ, MJDW, YDYHFLDM, 权利人, RJL, QLSDFS", refused.Message, StringComparison.Ordinal);
    }

    // Two islands, the second with a lake, written lake first: shells stand before their holes afterwards.
    [Fact]
    public void A_hole_finds_the_shell_that_it_lies_in()
    {
        double[] numbers =
        [
            .. Ring(20, 0, 10, clockwise: true), .. Ring(2, 2, 3, clockwise: false), .. Ring(0, 0, 10, clockwise: true), .. Ring(24, 4, 2, clockwise: false),
        ];
        var nesting = ShpRingNesting.Of([0, 5, 10, 15], numbers);

        Assert.Equal([0, 2], nesting.Shells);
        Assert.Equal([3], nesting.HolesOf(0));
        Assert.Equal([1], nesting.HolesOf(2));
    }

    [Fact]
    public void A_zip_without_a_shapefile_and_a_zip_that_is_none_are_refused()
    {
        using (var zip = ZipFile.Open(_folder["a.zip"], ZipArchiveMode.Create))
        {
            zip.CreateEntry("readme.txt");
        }

        File.WriteAllText(_folder["b.zip"], "no zip");
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([_folder["a.zip"], _folder["b.zip"], _folder["c.dwg"], _folder["d.shp"]])));

        Assert.Contains("a.zip: it holds no .shp.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("b.zip: it is not a whole zip file.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("c.dwg: there is no such file.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("d.shp: there is no such file.", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plan.dwg", "Save it as DXF")]
    [InlineData("plan.vct", "Convert the 国土 VCT")]
    [InlineData("old.mdb", "personal geodatabase")]
    [InlineData("city.udbx", "in SuperMap")]
    [InlineData("city.rar", "Unpack it")]
    [InlineData("plan.kmz", "give the .kml in it")]
    [InlineData("ledger.xls", "save it as .xlsx")]
    [InlineData("plan.dgn", "Save it as DXF")]
    [InlineData("ledger.xlsx", "Give the layers too")]
    [InlineData("odd.xyz", "Give a GeoPackage")]
    [InlineData("alone.dbf", "Give the .shp")]
    public void A_file_of_another_format_is_answered_with_what_to_give_instead(string name, string remedy)
    {
        File.WriteAllText(_folder[name], "x");

        Assert.Contains(remedy, Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([_folder[name]]))).Remedy, StringComparison.Ordinal);
    }

    private static double[] Ring(double x, double y, double side, bool clockwise) => clockwise
        ? [x, y, x, y + side, x + side, y + side, x + side, y, x, y]
        : [x, y, x + side, y, x + side, y + side, x, y + side, x, y];

    private void CopyParcels()
    {
        foreach (var extension in (string[])[".shp", ".shx", ".dbf", ".prj"])
        {
            File.Copy(Path.Combine(TestData.Folder, "as-delivered", "ZDJBXX" + extension), _folder["parcels" + extension]);
        }
    }

    private ImportedLayers Import(params GivenReferenceSystem[] given) =>
        LayerImport.Read(new ImportRequest([_folder["parcels.shp"]]) { ReferenceSystems = given });

    private StoreException Refused() => Assert.Throws<StoreException>(() => Import());
}
