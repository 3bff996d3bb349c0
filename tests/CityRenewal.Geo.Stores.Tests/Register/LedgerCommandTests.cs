using System.Text.Json;
using CityRenewal.Geo.Stores.Deliveries;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using static CityRenewal.Geo.Stores.Tests.Register.RowTown;

namespace CityRenewal.Geo.Stores.Tests.Register;

/// <summary>`renewal ledger`: a workbook goes out, people fill it in, and it comes back.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string City => _folder["city.gpkg"];

    private string Book => _folder["ledger.xlsx"];

    public LedgerCommandTests() => RowTown.Write(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_ledger_that_comes_back_untouched_changes_nothing()
    {
        Out();

        var back = In();

        Assert.Equal((0, 0, 0), (back.GetProperty("changes").GetArrayLength(), back.GetProperty("problems").GetArrayLength(), back.GetProperty("missing_buildings").GetInt32()));
        Assert.Empty(FilledBook.Faults(Book));
        Assert.Equal(12, FilledBook.Rows(Book).Count);
        Assert.Contains("不替代法定审查", FilledBook.Rows(Book)[0]["A"], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_ledger_gives_the_same_bytes()
    {
        Out();
        var first = File.ReadAllBytes(Book);

        Out();

        Assert.Equal(first, File.ReadAllBytes(Book));
    }

    [Fact]
    public void Corrections_are_read_as_people_write_them_and_move_the_ratio()
    {
        Registered();
        Out("--entry", "A1");
        Fill(("B0", "corrected_floor_area_m2", "0.06万㎡"), ("B1", "corrected_storeys", "６＋1"), ("B2", "corrected_danger_grade", "四级"), ("B3", "site_check", "已核对"));

        var back = In("--entry", "A1");

        Assert.Equal(
            ["B0 corrected_floor_area_m2 300→600", "B1 corrected_storeys 3→7", "B2 corrected_danger_grade →D", "B3 site_check →已核对"],
            back.GetProperty("changes").EnumerateArray().Select(change => $"{Text(change, "building")} {Text(change, "field")} {Text(change, "old")}→{Text(change, "new")}"));
        var area = back.GetProperty("areas")[0];
        Assert.Equal(0.25, area.GetProperty("before").GetProperty("demolition_ratio").GetDouble(), 1e-9);
        Assert.Equal(600.0 / 1500, area.GetProperty("after").GetProperty("demolition_ratio").GetDouble(), 1e-9);
    }

    [Fact]
    public void What_is_recorded_goes_out_again_and_can_be_taken_back()
    {
        Out();
        Fill(("B0", "households_asked", 4), ("B0", "households_agreeing", 3), ("B0", "comment", "希望加装电梯"), ("B0", "comment_disposition", "部分采纳"), ("B1", "households_asked", 2), ("B1", "households_agreeing", 2));
        Assert.False(In().GetProperty("is_recorded").GetBoolean());
        Assert.Equal("0", TemporaryFolder.Sql(City, "SELECT count(*) FROM ledger_records"));

        Assert.True(In("--record", "--date", "2026-05-01", "--document", "调查1").GetProperty("is_recorded").GetBoolean());
        Assert.Empty(In().GetProperty("changes").EnumerateArray());

        Out();
        var area = In().GetProperty("areas")[0];
        Assert.Equal((6.0, 5.0), (area.GetProperty("households_asked").GetDouble(), area.GetProperty("households_agreeing").GetDouble()));
        Assert.Equal(1, area.GetProperty("comments").GetProperty("部分采纳").GetInt32());

        Fill(("B1", "households_agreeing", null), ("B1", "households_asked", null));
        Assert.Equal(["2→", "2→"], In().GetProperty("changes").EnumerateArray().Select(change => $"{Text(change, "old")}→{Text(change, "new")}"));
    }

    [Fact]
    public void Recorded_corrections_enter_the_buildings_on_request_as_a_version_of_their_layer()
    {
        Out();
        Fill(("B0", "corrected_floor_area_m2", "0.06万㎡"), ("B1", "corrected_storeys", "６＋1"), ("B2", "corrected_danger_grade", "四级"), ("B3", "site_check", "已核对"));
        Assert.Contains("--record", Renewal.Run("ledger", "in", Book, "--city", City, "--apply").Error, StringComparison.Ordinal);
        var before = TemporaryFolder.Sql(City, "SELECT max(from_version) FROM buildings");
        string[] recorded = ["--record", "--date", "2026-05-01", "--document", "调查1"];

        In(recorded);
        Assert.Equal("300.0", TemporaryFolder.Sql(City, "SELECT floor_area_m2 FROM buildings WHERE building_id = 'B0'"));
        var back = In([.. recorded, "--apply"]);

        // The grade came in a column that the layer did not have; the others were edited.
        Assert.Equal(2, back.GetProperty("applied")[0].GetProperty("edited").GetInt32());
        Assert.Equal(
            "B0|3|600.0|surveyed|\nB1|7|300.0|registered|\nB2|3|300.0|registered|D\nB3|3|300.0|registered|",
            TemporaryFolder.Sql(City, "SELECT building_id, storeys_above, floor_area_m2, floor_area_origin, danger_grade FROM buildings WHERE building_id < 'B4' ORDER BY building_id"));
        Assert.NotEqual(before, TemporaryFolder.Sql(City, "SELECT max(from_version) FROM buildings"));
        Assert.Equal("3", TemporaryFolder.Sql(City, "SELECT count(*) FROM buildings_history"));
        Assert.Contains("调查1", Renewal.Run("history", City).Output, StringComparison.Ordinal);
        Assert.Empty(In([.. recorded, "--apply"]).GetProperty("applied").EnumerateArray());
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_nothing_is_recorded()
    {
        Out();
        Fill(
            ("B0", "corrected_storeys", "3~5层"), ("B1", "corrected_floor_area_m2", -5), ("B2", "corrected_danger_grade", "很危险"), ("B3", "households_agreeing", 2),
            ("B4", "households_asked", 40), ("B5", "comment", "联系 13812345678"), ("B6", "comment_disposition", "采纳"), ("B7", "year_built", 2020), ("B8", "building_id", "B9"));

        var ending = Renewal.Run("ledger", "in", Book, "--city", City, "--record", "--date", "2026-05-01", "--document", "调查1", "--json");

        Assert.Equal(2, ending.Code);
        Assert.Equal(
            [
                "3 corrected_storeys", "4 corrected_floor_area_m2", "5 corrected_danger_grade", "6 households_agreeing", "7 households_asked", "8 comment", "9 comment_disposition", "10 year_built",
                "11 building_id", "12 building_id",
            ],
            JsonDocument.Parse(ending.Output).RootElement.GetProperty("problems").EnumerateArray().Select(problem => $"{problem.GetProperty("row")} {Text(problem, "field")}"));
        Assert.DoesNotContain("13812345678", ending.Output + ending.Error, StringComparison.Ordinal);
        Assert.Equal("0", TemporaryFolder.Sql(City, "SELECT count(*) FROM ledger_records"));
    }

    [Fact]
    public void Codes_that_are_not_in_the_ledger_and_rows_that_were_deleted_are_told()
    {
        Registered();
        Out("--entry", "A1");
        Fill(("B3", "building_id", "B33"));

        var back = In("--entry", "A1");

        Assert.Equal(("B33", "building_id"), (Text(back.GetProperty("problems")[0], "building"), Text(back.GetProperty("problems")[0], "field")));
        Assert.Equal(1, back.GetProperty("problems").GetArrayLength());
        Assert.Equal(1, back.GetProperty("missing_buildings").GetInt32());
    }

    [Fact]
    public void A_workbook_that_is_no_ledger_is_refused()
    {
        File.WriteAllBytes(Book, XlsxOutput.Of("ledger.xlsx", new Workbook("x", [["a", "b"], ["1", "2"]], [])).Bytes);

        var ending = Renewal.Run("ledger", "in", Book, "--city", City);

        Assert.Equal(2, ending.Code);
        Assert.Contains("building_id", ending.Error, StringComparison.Ordinal);
    }

    // An area of four houses of which one goes: a quarter.
    private void Registered()
    {
        Done("register", "add", City, "A1", "--parcels", "P0,P1,P2,P3", "--date", "2026-01-31", "--document", "文1");
        Done("register", "demolish", City, "A1", "--buildings", "B0", "--date", "2026-01-31", "--document", "文1");
    }

    private void Out(params string[] more) => Done(["ledger", "out", City, "-o", Book, .. more]);

    private JsonElement In(params string[] more) => JsonDocument.Parse(Renewal.Run(["ledger", "in", Book, "--city", City, "--json", .. more]).Output).RootElement;

    private void Fill(params (string Building, string Field, object? Value)[] cells) => FilledBook.Fill(Book, cells);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
