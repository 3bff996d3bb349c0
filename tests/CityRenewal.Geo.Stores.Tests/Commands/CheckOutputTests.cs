using System.Text.Json;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.Formats;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>What a check hands over: a layer for QGIS, tolerances, the readiness report, a repaired city.</summary>
public sealed class CheckOutputTests : IDisposable
{
    private static readonly string Dirty = Path.Combine(TestData.Folder, "dirty", "city.gpkg");
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-check").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Defects_are_written_as_a_layer_with_the_land_that_they_are_about()
    {
        var layer = InFolder("defects.gpkg");

        Assert.Equal(1, Renewal.Run("check", Dirty, "-o", layer, "--json").Code);

        var dump = Renewal.Run("dump", layer).Output;
        Assert.Contains("defect_land", dump);
        Assert.Contains("# defects EPSG:4544", dump);
    }

    [Fact]
    public void The_layer_of_defects_never_takes_the_place_of_a_city()
    {
        var city = InFolder("city.gpkg");
        File.Copy(Sample, city);

        var ending = Renewal.Run("check", Sample, "-o", city);

        Assert.Equal(2, ending.Code);
        Assert.True(CityFile.IsCityFile(city));
    }

    [Theory]
    [InlineData("historic_zones", 0.9)]
    [InlineData("detailed_plots", 0.5)]
    public void Tolerances_are_about_what_the_pens_of_the_sample_stray(string layer, double reach)
    {
        using var report = Check(Sample);
        var pair = report.RootElement.GetProperty("tolerances").EnumerateArray().Single(pair => pair.GetProperty("layer").GetString() == layer);

        Assert.InRange(pair.GetProperty("tolerance_m").GetDouble(), 0.3 * reach, 1.3 * reach);
        Assert.Equal("high", pair.GetProperty("confidence").GetString());
    }

    [Fact]
    public void Without_a_detailed_plan_new_floor_area_is_no_conclusion()
    {
        using var report = Check(Dirty);
        var carried = report.RootElement.GetProperty("readiness").EnumerateArray()
            .ToDictionary(conclusion => conclusion.GetProperty("conclusion").GetString()!, conclusion => conclusion.GetProperty("carried").GetString());

        Assert.Equal("no", carried["new_floor_area"]);
        Assert.Equal(9, carried.Count);
    }

    [Fact]
    public void A_proposal_says_where_its_tolerance_comes_from()
    {
        using var untold = JsonDocument.Parse(Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--json").Output);
        using var given = JsonDocument.Parse(Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--udb-tolerance", "0.7", "--json").Output);

        // The boundary of the sample strays by up to 13 m on purpose, which no tolerance can be told from.
        Assert.Equal("assumed", untold.RootElement.GetProperty("plans")[0].GetProperty("udb_tolerance_origin").GetString());
        Assert.Equal("given", given.RootElement.GetProperty("plans")[0].GetProperty("udb_tolerance_origin").GetString());
        Assert.Equal(0.7, given.RootElement.GetProperty("plans")[0].GetProperty("udb_tolerance_m").GetDouble());
    }

    [Fact]
    public void A_repaired_city_has_none_of_the_repaired_kinds_and_keeps_what_was_delivered()
    {
        var repaired = InFolder("repaired.gpkg");

        var ending = Renewal.Run("check", Dirty, "--repair", "-o", repaired, "--json");

        Assert.True(ending.Code == 0, ending.Error);
        using var list = JsonDocument.Parse(ending.Output);
        Assert.True(list.RootElement.GetProperty("repairs").GetArrayLength() > 50);
        using var after = Check(repaired);
        string[] kinds = ["self_intersection", "spike", "unclosed_ring", "repeated_vertex", "ring_orientation", "hole_outside_shell", "hole_equals_shell", "offset_mm", "unnoded_vertex"];
        Assert.Empty(after.RootElement.GetProperty("defects").EnumerateArray()
            .Where(defect => kinds.Contains(defect.GetProperty("code").GetString())).Select(defect => defect.ToString()));
        Assert.Equal(3_015, CityFile.ReadVersion(repaired, "parcels", 1).Shapes.Count);
    }

    [Fact]
    public void A_repair_needs_a_file_of_its_own_and_a_kind_that_can_be_repaired()
    {
        Assert.Equal(2, Renewal.Run("check", Dirty, "--repair").Code);
        Assert.Contains("cannot be repaired", Renewal.Run("check", Dirty, "--repair", "null_geometry", "-o", InFolder("x.gpkg")).Error);
    }

    private static JsonDocument Check(string city)
    {
        var ending = Renewal.Run("check", city, "--json");
        Assert.True(ending.Code is 0 or 1, ending.Error);
        return JsonDocument.Parse(ending.Output);
    }

    private string InFolder(string name) => Path.Combine(_folder, name);
}
