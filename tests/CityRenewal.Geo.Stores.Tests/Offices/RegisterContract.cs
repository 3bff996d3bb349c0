using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>What every store does with the register of a city.</summary>
public abstract class RegisterContract : IDisposable
{
    private static readonly RegisterStep First = new(RegisterState.Candidate, new DateOnly(2026, 1, 31), "渝更新〔2026〕1号");

    private readonly IOfficeHome _home;
    private readonly IOfficeStore _office;
    private readonly IOfficeCity _city;

    protected RegisterContract(IOfficeHome home)
    {
        (_home, _office) = (home, home.Open());
        _city = OfficeTown.Found(_office);
    }

    public void Dispose()
    {
        _office.Dispose();
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void What_was_registered_is_read_back_as_it_was()
    {
        var area = Entry("A1", "A1") with { Name = "示范片区", Category = "old_residential", Phase = "一期", FiscalCoefficient = 0.8, HasDisposition = true, Claims = [new("B1", 0.25, 0.5)] };
        BaselineBuilding known = new("B1", "P1", new FloorArea(100, 98, 102), 50, 0.125, 3, null), unknown = new("B2", "P1", new FloorArea(double.NaN, double.NaN, double.NaN), 40, 0, null, 7);

        _city.AddToRegister(area, new AreaBaseline("A1", new DateOnly(2025, 12, 31), 1, [known, unknown]));
        _city.AddToRegister(Entry("A1-1", "A1"), null);
        _city.MoveInRegister("A1", new RegisterStep(RegisterState.InLibrary, new DateOnly(2026, 2, 1), "文号2"));
        _city.RecordDemolition("A1", [new("B2", 1, 0)], (new DateOnly(2026, 2, 2), "文号3"));

        var register = _office.Find("town")!.ReadRegister();
        var read = register.Find("A1")!;
        Assert.Equal(("示范片区", "old_residential", "一期", 0.8, true), (read.Name, read.Category, read.Phase, read.FiscalCoefficient, read.HasDisposition));
        Assert.Equal(area.Parcels, read.Parcels);
        Assert.Equal([First, new RegisterStep(RegisterState.InLibrary, new DateOnly(2026, 2, 1), "文号2")], read.History);
        Assert.Equal([new DemolitionClaim("B2", 1, 0)], read.Claims);
        Assert.Equal([known, unknown], register.BaselineOf("A1")!.Buildings);
        Assert.Equal(["A1-1"], register.ProjectsOf("A1").Select(project => project.Id));
        Assert.False(register.Find("A1-1")!.HasDisposition);
    }

    [Fact]
    public void A_city_without_a_register_has_an_empty_one() => Assert.Empty(_city.ReadRegister().Entries);

    [Fact]
    public void What_is_refused_names_everything_and_writes_nothing()
    {
        _city.AddToRegister(Entry("A1", "A1"), null);

        Assert.Equal(["transition", "document"], Refused(() => _city.MoveInRegister("A1", new RegisterStep(RegisterState.Done, First.Date, ""))));
        Assert.Equal(["known_id"], Refused(() => _city.AddToRegister(Entry("A1", "A1"), null)));
        Assert.Equal(["area"], Refused(() => _city.AddToRegister(Entry("A9-1", "A9"), null)));
        Assert.Equal(["unknown_id"], Refused(() => _city.MoveInRegister("A2", First)));
        Assert.Equal(["document"], Refused(() => _city.RecordDemolition("A1", [new("B1", 1, 0)], (First.Date, " "))));

        var entry = Assert.Single(_city.ReadRegister().Entries);
        Assert.Single(entry.History);
        Assert.False(entry.HasDisposition);
    }

    [Theory]
    [InlineData("UPDATE register_steps SET document = 'x'")]
    [InlineData("DELETE FROM register_steps")]
    [InlineData("UPDATE register_baseline_buildings SET floor_area_m2 = 1")]
    [InlineData("DELETE FROM register_entries")]
    [InlineData("DELETE FROM register_parcels")]
    [InlineData("UPDATE register_demolitions SET elective_share = 0")]
    public void Nobody_changes_or_deletes_a_row(string sql)
    {
        _city.AddToRegister(Entry("A1", "A1") with { HasDisposition = true, Claims = [new("B1", 0.25, 0.5)] }, new AreaBaseline("A1", First.Date, 1, [new("B1", "P1", new FloorArea(2, 2, 2), 1, 0, null, null)]));

        var refusal = Assert.ThrowsAny<Exception>(() => _home.RunSql("town", sql));

        Assert.Contains("只增不改", refusal.Message, StringComparison.Ordinal);
        var register = _city.ReadRegister();
        Assert.Equal([First], register.Find("A1")!.History);
        Assert.Equal([new DemolitionClaim("B1", 0.25, 0.5)], register.Find("A1")!.Claims);
        Assert.Equal(2, register.BaselineOf("A1")!.Buildings[0].FloorArea.Value);
    }

    [Fact]
    public void A_change_and_the_answer_to_its_request_are_kept_both_or_neither()
    {
        var library = new RegisterStep(RegisterState.InLibrary, new DateOnly(2026, 2, 1), "文号2");
        Func<RenewalRegister, RequestRecord?> Steps(string id) => register => OfficeTown.Answer(id, response: (byte)register.Entries.Sum(entry => entry.History.Count));
        _city.AddToRegister(Entry("A1", "A1"), null, Steps("q1"));
        _city.MoveInRegister("A1", library, Steps("q2"));
        _city.RecordDemolition("A1", [new("B1", 1, 0)], (First.Date, "文号3"), Steps("q3"));

        Assert.Throws<OfficeConflictException>(() => _city.AddToRegister(Entry("A2", "A2"), null, Steps("q1")));
        Assert.Throws<OfficeConflictException>(() => _city.RecordDemolition("A1", [], (First.Date, "文号4"), Steps("q3")));
        Assert.Throws<InvalidOperationException>(() => _city.AddToRegister(Entry("A3", "A3"), null, _ => throw new InvalidOperationException()));
        Assert.Throws<RegisterRefusedException>(() => _city.MoveInRegister("A1", library, Steps("q4")));

        Assert.Equal([[1], [2], [2]], new[] { "q1", "q2", "q3" }.Select(id => _office.Records.FindRequest("王", id)!.Response));
        Assert.Null(_office.Records.FindRequest("王", "q4"));
        var entry = Assert.Single(_city.ReadRegister().Entries);
        Assert.Equal([First, library], entry.History);
        Assert.Equal([new DemolitionClaim("B1", 1, 0)], entry.Claims);
    }

    [Fact]
    public void Of_many_who_register_the_same_entry_one_does()
    {
        var refused = 0;
        Parallel.For(0, 6, _ =>
        {
            try
            {
                _city.AddToRegister(Entry("A1", "A1"), null);
            }
            catch (RegisterRefusedException)
            {
                Interlocked.Increment(ref refused);
            }
        });

        Assert.Equal(5, refused);
        Assert.Single(_city.ReadRegister().Entries);
    }

    private static IEnumerable<string> Refused(Action change) => Assert.Throws<RegisterRefusedException>(change).Problems.Select(problem => problem.Code);

    private static RegisterEntry Entry(string id, string area) => new()
    {
        Id = id, Kind = id == area ? RegisterKind.Area : RegisterKind.Project, Area = area, Parcels = [new("P1", 900.5, "D1", "S1", "C1")], History = [First],
    };
}
