using System.Text.Json;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using static CityRenewal.Geo.Stores.Tests.Register.RowTown;

namespace CityRenewal.Geo.Stores.Tests.Register;

/// <summary>`renewal register` and a review that remembers, on a city that is a row of squares with a house of 300 m² on each.</summary>
public sealed class RegisterCommandTests : IDisposable
{
    private const string Pack = "cn-2021-63";

    private readonly TemporaryFolder _folder = new();

    private string City => _folder["city.gpkg"];

    public RegisterCommandTests() => RowTown.Write(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_entry_goes_its_way_and_every_step_is_kept()
    {
        Add("A1", "--parcels", "P0,P1,P2,P3,P4,P5,P6,P7");
        Done("register", "move", City, "A1", "--to", "in_library", "--date", "2026-02-01", "--document", "文2");
        Done("register", "move", City, "A1", "--to", "年度计划", "--date", "2026-03-01", "--document", "文3");
        var refused = Renewal.Run("register", "move", City, "A1", "--to", "candidate", "--date", "2026-01-01", "--document", "文4");

        Assert.Equal(2, refused.Code);
        Assert.Contains("in_library or under_way or exited", refused.Error, StringComparison.Ordinal);
        Assert.Contains("2026-03-01", refused.Error, StringComparison.Ordinal);
        var entry = Json("register", "show", City, "A1").GetProperty("entry");
        Assert.Equal(["candidate", "in_library", "annual_plan"], entry.GetProperty("history").EnumerateArray().Select(step => step.GetProperty("state").GetString()));
        Assert.Equal("年度计划", entry.GetProperty("state_chinese").GetString());
        Assert.Contains("年度计划 annual_plan", Done("register", "list", City), StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_that_is_repaired_keeps_its_register_and_its_ledger_records()
    {
        Add("A1", "--parcels", "P0,P1,P2,P3,P4,P5,P6,P7");
        Add("A1-1", "--of", "A1", "--parcels", "P4,P5,P6", "--category", "old_residential");
        Done("register", "demolish", City, "A1-1", "--buildings", "B4", "--date", "2026-02-01", "--document", "文2");
        TemporaryFolder.Sql(City, "INSERT INTO ledger_records (building_id, field, old_value, new_value, date, document) VALUES ('B1', 'site_check', '', '已核对', '2026-03-01', '文3')");

        Done("check", City, "--repair", "-o", _folder["repaired.gpkg"]);

        Assert.Equal(Kept(City), Kept(_folder["repaired.gpkg"]));
        Assert.Equal("1", TemporaryFolder.Sql(_folder["repaired.gpkg"], "SELECT count(*) FROM ledger_records"));
        var late = Renewal.Run("register", "move", _folder["repaired.gpkg"], "A1", "--to", "in_library", "--date", "2026-04-01", "--document", "文4");
        Assert.Equal(0, late.Code);
        var again = Renewal.Run("check", City, "--repair", "-o", _folder["repaired.gpkg"]);
        Assert.Equal(2, again.Code);
        Assert.Contains("would be lost", again.Error, StringComparison.Ordinal);
    }

    private static string Kept(string city) => JsonDocument.Parse(Renewal.Run("register", "list", city, "--json").Output).RootElement.ToString()
        + Renewal.Run("register", "show", city, "A1", "--json").Output;

    [Fact]
    public void Communities_districts_and_the_city_sum_to_the_same()
    {
        Add("A1", "--parcels", "P0,P1,P2,P3,P4,P5,P6,P7", "--name", "示范,片区");
        Add("A1-1", "--of", "A1", "--parcels", "P4,P5,P6", "--category", "old_residential", "--fiscal-coefficient", "0.8");
        Done("register", "demolish", City, "A1-1", "--buildings", "B4", "--date", "2026-02-01", "--document", "文2");

        foreach (var by in new[] { "community", "district", "city" })
        {
            var units = Json("register", "rollup", City, "--by", by).GetProperty("units").EnumerateArray().ToList();
            var projects = units.Where(unit => unit.GetProperty("kind").GetString() == "project").ToList();
            Assert.Equal((by == "community" ? 2 : 1, 1, 3), (projects.Count, projects.Sum(unit => unit.GetProperty("entries").GetInt32()), projects.Sum(unit => unit.GetProperty("buildings").GetInt32())));
            Assert.Equal(900, projects.Sum(unit => unit.GetProperty("floor_area_m2").GetDouble()), 1e-6);
        }

        var factors = Json("register", "factors", City).GetProperty("factors")[0];
        Assert.Equal((600.0, 2, 8, 0.8), (factors.GetProperty("floor_area_m2").GetDouble(), factors.GetProperty("buildings").GetInt32(), factors.GetProperty("households").GetInt32(), factors.GetProperty("fiscal_coefficient").GetDouble()));
        Assert.Contains("测算因子,非补助额", Done("register", "factors", City), StringComparison.Ordinal);
        Done("register", "list", City, "--csv", _folder["list.csv"]);
        Assert.Contains("A1,area,A1,\"示范,片区\",", File.ReadAllText(_folder["list.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_sums_what_earlier_projects_demolish_and_what_is_gone_since_the_baseline()
    {
        Add("A1", "--parcels", "P0,P1,P2,P3,P4,P5,P6,P7,P8,P9");
        Add("A1-1", "--of", "A1", "--parcels", "P0,P1");
        Done("register", "demolish", City, "A1-1", "--buildings", "B0", "--date", "2026-02-01", "--document", "文2");
        Boundary("A1-2", 3, 5);
        Assert.Equal((300.0, 3000.0, "unknown"), AreaSum(Review()));

        // B9 goes without a word: it stood at the baseline, so it counts.
        RowTown.WriteBuildings(_folder, 0, 9);
        Assert.Equal((600.0, 3000.0, "unknown"), AreaSum(Review()));

        Done("register", "demolish", City, "A1-1", "--buildings", "B0,B1", "--date", "2026-03-01", "--document", "文3");
        Assert.Equal((900.0, 3000.0, "fail"), AreaSum(Review()));

        // An exited project gives up what it planned, but what is gone is gone.
        Done("register", "move", City, "A1-1", "--to", "exited", "--date", "2026-04-01", "--document", "文4");
        Assert.Equal(300.0, AreaSum(Review()).Elective);
    }

    [Fact]
    public void Land_that_an_earlier_project_has_is_named_and_the_area_around_is_no_fault()
    {
        Add("A1", "--parcels", "P0,P1,P2,P3,P4,P5,P6,P7,P8,P9");
        Add("A1-1", "--of", "A1", "--parcels", "P0,P1,P2,P3");
        Boundary("new", 3, 6);

        var overlaps = Review().GetProperty("register").GetProperty("overlaps").EnumerateArray().ToDictionary(overlap => overlap.GetProperty("entry").GetString()!);

        Assert.False(overlaps["A1"].GetProperty("is_conflict").GetBoolean());
        Assert.True(overlaps["A1-1"].GetProperty("is_conflict").GetBoolean());
        Assert.Equal(["P3"], overlaps["A1-1"].GetProperty("parcels").EnumerateArray().Select(parcel => parcel.GetString()));
        Assert.Equal(900, overlaps["A1-1"].GetProperty("land_m2").GetDouble(), 5.0);
        var apart = Review().GetProperty("register").GetProperty("findings").EnumerateArray().Single(finding => finding.GetProperty("rule").GetString() == "registered-land-apart");
        Assert.Equal("fail", apart.GetProperty("verdict").GetString());
        Assert.Equal(["A1-1"], apart.GetProperty("evidence").GetProperty("others").EnumerateArray().Select(other => other.GetString()));
        Assert.Equal(["P3"], apart.GetProperty("evidence").GetProperty("parcels").EnumerateArray().Select(parcel => parcel.GetString()));
        Assert.Equal(apart.GetProperty("measured").GetDouble(), apart.GetProperty("evidence").GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("above").GetDouble()), 1e-6);
    }

    [Fact]
    public void The_baseline_may_be_an_earlier_version_of_the_buildings()
    {
        RowTown.WriteBuildings(_folder, 2, 8);

        Add("A1", "--parcels", "P0,P1,P2,P3", "--baseline", "2025-12-31", "--baseline-version", "1");

        var sum = Json("register", "show", City, "A1").GetProperty("cumulative_demolition");
        Assert.Equal(("2025-12-31", 1200.0, 600.0), (sum.GetProperty("baseline_date").GetString(), sum.GetProperty("existing_m2").GetDouble(), sum.GetProperty("elective_m2").GetDouble()));
    }

    [Theory]
    [InlineData("P0,P77", "P77")]
    [InlineData("", "--parcels, --boundary or --plan")]
    public void Land_that_is_not_there_is_told(string parcels, string told)
    {
        var ending = Renewal.Run(["register", "add", City, "A1", "--date", "2026-01-01", "--document", "文1", .. parcels.Length > 0 ? new[] { "--parcels", parcels } : []]);

        Assert.Equal(2, ending.Code);
        Assert.Contains(told, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_building_elsewhere_is_no_demolition_of_a_project()
    {
        Add("A1", "--parcels", "P0,P1");

        var ending = Renewal.Run("register", "demolish", City, "A1", "--buildings", "B1,B5,B6,B1", "--date", "2026-02-01", "--document", "文2");

        Assert.Equal(2, ending.Code);
        Assert.All(new[] { "B5 stands on no parcel", "B6 stands on no parcel", "B1 is named twice" }, told => Assert.Contains(told, ending.Error, StringComparison.Ordinal));
    }

    private void Add(string id, params string[] more) => Done(["register", "add", City, id, "--date", "2026-01-31", "--document", "文1", .. more]);

    private JsonElement Review() => JsonDocument.Parse(Renewal.Run("review", _folder["boundary.geojson"], "--city", City, "--rules", Pack, "--year", "2026", "--json").Output).RootElement;

    private void Boundary(string id, int from, int to) => File.WriteAllText(_folder["boundary.geojson"], RowTown.Layer([RowTown.Band(from, to, ("id", id))]));

    private static (double Elective, double Existing, string? Verdict) AreaSum(JsonElement review)
    {
        var register = review.GetProperty("register");
        var sum = register.GetProperty("cumulative_demolition").EnumerateArray().Single(one => one.GetProperty("area").GetString() == "A1" && one.GetProperty("project").ValueKind == JsonValueKind.Null);
        var finding = register.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("area").GetString() == "A1" && one.GetProperty("project").ValueKind == JsonValueKind.Null);
        return (sum.GetProperty("elective_m2").GetDouble(), sum.GetProperty("existing_m2").GetDouble(), finding.GetProperty("verdict").GetString());
    }

    private static JsonElement Json(params string[] arguments) => JsonDocument.Parse(Done([.. arguments, "--json"])).RootElement;
}
