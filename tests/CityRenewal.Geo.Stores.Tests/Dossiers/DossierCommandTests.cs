using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Dossiers;

/// <summary>`renewal dossier` and `renewal verify`: what an office hands on, computed again by another.</summary>
public sealed class DossierCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_with_its_certificate_and_report_comes_out_the_same_and_as_the_same_bytes_for_any_number_of_threads()
    {
        Propose();
        File.WriteAllText(_folder["report.html"], "<html>报告</html>");
        string[] parts = [_folder["plan.gpkg"], "--certificate", _folder["plan.cert"], "--report", _folder["report.html"]];

        var one = Renewal.Run(["dossier", Sample, .. parts, "--threads", "1", "-o", _folder["one.zip"], "--json"]);
        var four = Renewal.Run(["dossier", Sample, .. parts, "--threads", "4", "-o", _folder["four.zip"], "--json"]);

        Assert.Equal(1, one.Code);
        Assert.Equal(File.ReadAllBytes(_folder["one.zip"]), File.ReadAllBytes(_folder["four.zip"]));
        var hash = JsonDocument.Parse(four.Output).RootElement.GetProperty("manifest_sha256").GetString()!;
        var verified = Renewal.Run("verify", _folder["one.zip"], "--city", Sample, "--noted", hash);
        Assert.True(verified.Code == 0, verified.Output + verified.Error);
        Assert.Contains("一致 holds: the bytes of 8 files", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void On_a_city_that_has_changed_the_layer_and_the_first_number_are_named()
    {
        Propose();
        Renewal.Run("dossier", Sample, _folder["plan.gpkg"], "-o", _folder["d.zip"]);
        File.Copy(Sample, _folder["city.gpkg"]);
        var building = TemporaryFolder.Sql(_folder["plan.gpkg"], "SELECT building_id FROM dispositions WHERE area_id = 'A001' AND floor_area_m2 > 0 ORDER BY building_id LIMIT 1");
        TemporaryFolder.Edit(_folder["city.gpkg"], $"UPDATE buildings SET floor_area_m2 = floor_area_m2 + 1000 WHERE building_id = '{building}'");

        var verified = Renewal.Run("verify", _folder["d.zip"], "--city", _folder["city.gpkg"], "--json");

        Assert.True(verified.Code == 1, verified.Output + verified.Error);
        var differences = JsonDocument.Parse(verified.Output).RootElement.GetProperty("differences").EnumerateArray().ToList();
        Assert.Equal(["data_version", "layers.buildings"], differences.Where(each => Text(each, "file") == "city").Select(each => Text(each, "number")));
        var first = differences.First(each => Text(each, "file") == "plan.json" && Text(each, "area") == "A001");
        Assert.True(double.Parse(Text(first, "was")) != double.Parse(Text(first, "is")));
        var ofRule = differences.First(each => Text(each, "rule").Length > 0);
        Assert.Equal("A001", Text(ofRule, "area"));
        Assert.Contains("findings[", Text(ofRule, "number"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_byte_is_named_by_its_file_and_nothing_is_computed()
    {
        Propose();
        Renewal.Run("dossier", Sample, _folder["plan.gpkg"], "-o", _folder["d.zip"]);
        var bytes = File.ReadAllBytes(_folder["d.zip"]);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(_folder["d.zip"], bytes);

        var verified = Renewal.Run("verify", _folder["d.zip"], "--city", Sample);

        Assert.Equal(1, verified.Code);
        Assert.Contains("第一处 first: 文件 file plan.", verified.Output, StringComparison.Ordinal);
        Assert.Contains("nothing was computed again", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_with_holes_come_out_the_same_with_what_was_stated_of_them()
    {
        TemporaryFolder.Run(
            "ogr2ogr", "-f", "GPKG", _folder["areas.gpkg"], Sample, "-dialect", "sqlite",
            "-sql", "SELECT substr(parcel_id, 1, 4) AS id, ST_Union(geom) AS geom FROM parcels WHERE parcel_id NOT LIKE '%7' GROUP BY 1 LIMIT 4");

        var made = Renewal.Run(
            "dossier", Sample, _folder["areas.gpkg"], "--rules", "shenzhen-2021", "--declare", "consent_share=0.92", "--document", "none",
            "--set", "small_plot_consent=0.9", "-o", _folder["d.zip"]);
        var verified = Renewal.Run("verify", _folder["d.zip"], "--city", Sample);

        Assert.True(verified.Code == 0, made.Error + verified.Output + verified.Error);
    }

    [Fact]
    public void Hashes_alone_verify_what_is_given_beside_them()
    {
        Propose();
        Renewal.Run("dossier", Sample, _folder["plan.gpkg"], "--hashes-only", "-o", _folder["d.zip"]);

        Assert.True(new FileInfo(_folder["d.zip"]).Length < 10_000);
        Assert.Equal(0, Renewal.Run("verify", _folder["d.zip"], "--city", Sample, "--input", _folder["plan.gpkg"]).Code);
        Assert.Equal(2, Renewal.Run("verify", _folder["d.zip"], "--city", Sample).Code);
        TemporaryFolder.Sql(_folder["plan.gpkg"], "DELETE FROM area_parcels WHERE fid = 1");
        var other = Renewal.Run("verify", _folder["d.zip"], "--city", Sample, "--input", _folder["plan.gpkg"]);
        Assert.Equal(1, other.Code);
        Assert.Contains("plan.gpkg", other.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        Propose();
        Renewal.Run("propose", Sample, "--rules", "cn-2021-63", "-o", _folder["other.gpkg"], "--certificate", _folder["other.cert"], "--area-maps", "0");

        var foreign = Renewal.Run("dossier", Sample, _folder["plan.gpkg"], "--certificate", _folder["other.cert"], "-o", _folder["d.zip"]);
        Renewal.Run("dossier", Sample, _folder["plan.gpkg"], "-o", _folder["d2.zip"]);
        var noted = Renewal.Run("verify", _folder["d2.zip"], "--city", Sample, "--noted", new string('0', 64));

        Assert.Equal(2, foreign.Code);
        Assert.Contains("it proves another plan", foreign.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["d.zip"]));
        Assert.Equal(1, noted.Code);
        Assert.Contains("sha256 as noted", noted.Output, StringComparison.Ordinal);
    }

    private void Propose()
    {
        var ending = Renewal.Run(
            "propose", Sample, "--rules", "chongqing-2025", "-o", _folder["plan.gpkg"], "--certificate", _folder["plan.cert"], "--area-maps", "0");
        Assert.True(ending.Code == 1, ending.Error);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
