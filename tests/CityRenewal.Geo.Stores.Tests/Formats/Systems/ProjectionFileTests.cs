using System.Text;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>.prj and .qpj as they come, and what a GeoPackage says of its systems.</summary>
public sealed class ProjectionFileTests : IDisposable
{
    private static readonly string Good = SpellingTests.Esri("CGCS2000_3_Degree_GK_CM_105E", "D_China_2000", "CGCS2000\",6378137.0,298.257222101", (500_000, 105));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static readonly Dictionary<string, byte[]> Hostile = new()
    {
        ["empty"] = [],
        ["blank"] = "  \r\n"u8.ToArray(),
        ["nothing but zeros"] = new byte[200],
        ["binary"] = [.. Enumerable.Range(0, 4000).Select(i => (byte)(i * 37 % 251))],
        ["a picture"] = [0x89, (byte)'P', (byte)'N', (byte)'G', .. Enumerable.Repeat((byte)'[', 500)],
        ["deep"] = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("PROJCS[", 10_000))),
        ["wide"] = Encoding.ASCII.GetBytes("PROJCS[" + string.Concat(Enumerable.Repeat("A[1],", 15_000)) + "]"),
        ["huge"] = new byte[20_000_000],
        ["cut short"] = Encoding.ASCII.GetBytes(Good[..120]),
        ["no text of this kind"] = "EPSG:4544"u8.ToArray(),
        ["numbers of no kind"] = Encoding.ASCII.GetBytes(Good.Replace("500000", "1e999", StringComparison.Ordinal)),
        ["another planet"] = Encoding.ASCII.GetBytes(Good.Replace("6378137", "3396190", StringComparison.Ordinal)),
    };

    public static TheoryData<string> HostileNames => [.. Hostile.Keys];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_prj_that_says_nothing_usable_leads_to_the_question(string what)
    {
        Copy(Hostile[what]);
        var refused = Assert.Throws<StoreException>(Import);

        Assert.True(refused.Message.Contains("--crs parcels.shp=4544", StringComparison.Ordinal), $"{what}: {refused.Message}");
        Assert.InRange(refused.Message.Length, 1, 4000);
    }

    [Fact]
    public void A_prj_in_UTF_16_or_with_a_byte_order_mark_is_read()
    {
        Copy([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]);
        Assert.Equal(4544, Import().Layers[0].Epsg);
        File.WriteAllBytes(_folder["parcels.prj"], [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good + "\n")]);
        Assert.Equal(4544, Import().Layers[0].Epsg);
    }

    [Fact]
    public void A_qpj_speaks_where_the_prj_is_not_understood_or_missing()
    {
        Copy("UNKNOWN"u8.ToArray());
        File.WriteAllText(_folder["parcels.qpj"], TemporaryFolder.Run("gdalsrsinfo", "-o", "wkt1", "EPSG:4544"));
        Assert.Contains(Import().Report.Sources[0].Notes, note => note.Contains("parcels.qpj", StringComparison.Ordinal));
        File.Delete(_folder["parcels.prj"]);
        Assert.Equal(4544, Import().Layers[0].Epsg);
        File.WriteAllText(_folder["parcels.prj"], Good);
        Assert.Contains(Import().Report.Sources[0].Notes, note => note.Contains("parcels.prj", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', organization_coordsys_id = 100000, srs_name = 'custom' WHERE srs_id = 4544", 4544)]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization = 'epsg', definition = 'undefined' WHERE srs_id = 4544", 4544)]
    public void A_GeoPackage_says_it_by_code_or_by_definition(string sql, int epsg)
    {
        WriteGeoPackage(sql);

        Assert.Equal(epsg, LayerImport.Read(new ImportRequest([_folder["parcels.gpkg"]])).Layers[0].Epsg);
    }

    [Theory]
    [InlineData("UPDATE gpkg_geometry_columns SET srs_id = -1; UPDATE gpkg_contents SET srs_id = -1", "nothing says")]
    [InlineData("UPDATE gpkg_geometry_columns SET srs_id = 0; UPDATE gpkg_contents SET srs_id = 0", "nothing says")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET organization = 'NONE', organization_coordsys_id = 7, definition = 'undefined' WHERE srs_id = 4544", "nothing says")]
    [InlineData("UPDATE gpkg_spatial_ref_sys SET definition = replace(definition, '\"central_meridian\",105', '\"central_meridian\",108') WHERE srs_id = 4544", "names EPSG:4544, but its definition is that of EPSG:4545.")]
    public void A_GeoPackage_that_does_not_say_or_contradicts_itself_leads_to_the_question(string sql, string words)
    {
        WriteGeoPackage(sql);
        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([_folder["parcels.gpkg"]])));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Contains("--crs parcels.gpkg=4544", refused.Message, StringComparison.Ordinal);
    }

    private void WriteGeoPackage(string sql)
    {
        Town.Write(_folder["town.geojson"], Town.Rings, "EPSG:4544");
        TemporaryFolder.Run("ogr2ogr", "-f", "GPKG", "-nln", "parcels", _folder["parcels.gpkg"], _folder["town.geojson"]);
        TemporaryFolder.Sql(_folder["parcels.gpkg"], sql);
    }

    private void Copy(byte[] prj)
    {
        foreach (var extension in (string[])[".shp", ".shx", ".dbf"])
        {
            File.Copy(Path.Combine(TestData.Folder, "as-delivered", "ZDJBXX" + extension), _folder["parcels" + extension]);
        }

        File.WriteAllBytes(_folder["parcels.prj"], prj);
    }

    private ImportedLayers Import() => LayerImport.Read(new ImportRequest([_folder["parcels.shp"]]));
}
