using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Register;

/// <summary>A register in a city file: what goes in comes out, and nothing in it is ever changed.</summary>
public sealed class RegisterFileTests : IDisposable
{
    private static readonly RegisterStep First = new(RegisterState.Candidate, new DateOnly(2026, 1, 31), "渝更新〔2026〕1号");

    private readonly TemporaryFolder _folder = new();

    private string City => _folder["city.gpkg"];

    public RegisterFileTests() => CityFile.Write(City, SmallTown.Layers());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_registered_is_read_back_as_it_was()
    {
        var area = Entry("A1", "A1") with { Name = "示范片区", Category = "old_residential", Phase = "一期", FiscalCoefficient = 0.8, HasDisposition = true, Claims = [new("B1", 0.25, 0.5)] };
        BaselineBuilding known = new("B1", "P1", new FloorArea(100, 98, 102), 50, 0.125, 3, null), unknown = new("B2", "P1", new FloorArea(double.NaN, double.NaN, double.NaN), 40, 0, null, 7);
        RegisterFile.Add(City, area, new AreaBaseline("A1", new DateOnly(2025, 12, 31), 1, [known, unknown]));
        RegisterFile.Move(City, "A1", new RegisterStep(RegisterState.InLibrary, new DateOnly(2026, 2, 1), "文号2"));
        RegisterFile.Dispose(City, "A1", [new("B2", 1, 0)], (new DateOnly(2026, 2, 2), "文号3"));

        var register = RegisterFile.Read(City);

        var read = Assert.Single(register.Entries);
        Assert.Equal(("示范片区", "old_residential", "一期", 0.8), (read.Name, read.Category, read.Phase, read.FiscalCoefficient));
        Assert.Equal(area.Parcels, read.Parcels);
        Assert.Equal([First, new RegisterStep(RegisterState.InLibrary, new DateOnly(2026, 2, 1), "文号2")], read.History);
        Assert.Equal([new DemolitionClaim("B2", 1, 0)], read.Claims);
        Assert.Equal([known, unknown], register.BaselineOf("A1")!.Buildings);
        Assert.Equal("B1", TemporaryFolder.Sql(City, "SELECT building_id FROM register_demolitions WHERE revision = 1"));
    }

    [Theory]
    [InlineData("UPDATE register_steps SET date = '2020-01-01'")]
    [InlineData("DELETE FROM register_steps")]
    [InlineData("UPDATE register_baseline_buildings SET floor_area_m2 = 1")]
    [InlineData("DELETE FROM register_entries")]
    [InlineData("DELETE FROM ledger_records")]
    public void Nobody_changes_or_deletes_a_row(string sql)
    {
        RegisterFile.Add(City, Entry("A1", "A1"), new AreaBaseline("A1", First.Date, 1, [new("B1", "P1", new FloorArea(1, 1, 1), 1, 0, null, null)]));
        LedgerRecords.Add(City, [new LedgerChange("B1", LedgerFields.Use, "", "commerce")], (First.Date, "文号"));
        var before = CanonicalDump.HashOf(City);

        var refusal = Assert.ThrowsAny<Exception>(() => TemporaryFolder.Sql(City, sql));

        Assert.Contains("登记只增不改", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, CanonicalDump.HashOf(City));
    }

    [Fact]
    public void What_is_refused_leaves_the_file_as_it_was()
    {
        RegisterFile.Add(City, Entry("A1", "A1"), null);
        var before = File.ReadAllBytes(City);

        Assert.Equal(["transition", "document"], Refused(() => RegisterFile.Move(City, "A1", new RegisterStep(RegisterState.Done, First.Date, ""))));
        Assert.Equal(["known_id"], Refused(() => RegisterFile.Add(City, Entry("A1", "A1"), null)));
        Assert.Equal(["area"], Refused(() => RegisterFile.Add(City, Entry("A9-1", "A9"), null)));
        Assert.Equal(["unknown_id"], Refused(() => RegisterFile.Move(City, "A2", First)));

        Assert.Equal(before, File.ReadAllBytes(City));
    }

    [Fact]
    public void A_city_with_a_register_is_not_replaced()
    {
        RegisterFile.Add(City, Entry("A1", "A1"), null);

        var refusal = Assert.Throws<StoreException>(() => CityFile.Write(City, SmallTown.Layers(), new CityFileOptions { Overwrite = true }));

        Assert.Contains("register", refusal.Problem, StringComparison.Ordinal);
        CityFile.Update(City, [SmallTown.Parcels(12)]);
        Assert.Single(RegisterFile.Read(City).Entries);
    }

    private static IEnumerable<string> Refused(Action change) => Assert.Throws<RegisterRefusedException>(change).Problems.Select(problem => problem.Code);

    private static RegisterEntry Entry(string id, string area) => new()
    {
        Id = id, Kind = id == area ? RegisterKind.Area : RegisterKind.Project, Area = area, Parcels = [new("P1", 900.5, "D1", "S1", "C1")], History = [First],
    };
}
