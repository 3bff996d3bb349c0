using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>What every store does with plans.</summary>
public abstract class PlanContract : IDisposable
{
    private readonly IOfficeHome _home;
    private readonly IOfficeStore _office;
    private readonly IOfficeCity _city;

    protected PlanContract(IOfficeHome home)
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
    public void A_plan_that_was_kept_is_read_back_as_it_was()
    {
        using var folder = new TemporaryFolder();
        OfficeTown.Write(folder["plan.gpkg"], _city.Open().City, 0, 1);
        var plan = OfficeTown.Plan(_city, "p2") with { State = PlanState.Submitted, RulePack = "chongqing-2025", From = "p1", Areas = 2, OpenFindings = 3 };

        _city.AddPlan(plan, new byte[] { 7, 0, 9 }, path => File.Copy(folder["plan.gpkg"], path));
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 3);

        Assert.Equal(plan, _city.FindPlan("p2"));
        Assert.Equal([7, 0, 9], _city.PlanMessage("p2"));
        Assert.Equal(CanonicalDump.HashOf(folder["plan.gpkg"]), _city.ReadPlan("p2", path => CanonicalDump.HashOf(path)));
        Assert.Equal(2, _city.ReadPlan("p2", PlanAreas.Read).Count);
        Assert.Equal(["p1", "p2"], _city.ReadPlans().Select(known => known.Id));
    }

    [Fact]
    public void A_plan_and_the_answer_to_its_request_are_kept_both_or_neither()
    {
        var opened = _city.Open().City;
        void Keep(string id, RequestRecord answered) => _city.AddPlan(OfficeTown.Plan(_city, id), new byte[1], path => OfficeTown.Write(path, opened, 0), answered);
        Keep("p1", OfficeTown.Answer("q1", response: 1));
        _city.ChangePlan("p1", 1, plan => plan, path => Note(path, "a"), plan => OfficeTown.Answer("q2", response: (byte)plan.Revision));

        Assert.Throws<OfficeConflictException>(() => Keep("p2", OfficeTown.Answer("q1", response: 2)));
        Assert.Throws<OfficeConflictException>(() => Keep("p1", OfficeTown.Answer("q3", response: 3)));
        Assert.Throws<OfficeConflictException>(() => _city.ChangePlan("p1", 2, plan => plan, path => Note(path, "b"), _ => OfficeTown.Answer("q2", response: 9)));
        Assert.Throws<InvalidOperationException>(() => _city.ChangePlan("p1", 2, plan => plan, path => Note(path, "c"), _ => throw new InvalidOperationException()));

        Assert.Equal([1], _office.Records.FindRequest("王", "q1")!.Response);
        Assert.Equal([2], _office.Records.FindRequest("王", "q2")!.Response);
        Assert.Null(_office.Records.FindRequest("王", "q3"));
        Assert.Equal(["p1"], _city.ReadPlans().Select(plan => plan.Id));
        Assert.Equal(2, _city.FindPlan("p1")!.Revision);
        Assert.Equal("a", _city.ReadPlan("p1", path => TemporaryFolder.Sql(path, "SELECT text FROM notes WHERE code = 'opinion'")));

        static void Note(string path, string text) => TemporaryFolder.Sql(path, $"INSERT INTO notes (code, text, text_chinese) VALUES ('opinion', '{text}', '意见')");
    }

    [Fact]
    public void A_second_plan_of_the_same_id_is_refused_and_the_first_stays()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);

        var refusal = Assert.Throws<OfficeConflictException>(() => OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 1, 2));

        Assert.Equal(OfficeConflict.Exists, refusal.Kind);
        Assert.Single(_city.ReadPlan("p1", PlanAreas.Read));
    }

    [Fact]
    public void A_plan_that_could_not_be_written_is_not_there()
    {
        var opened = _city.Open().City;

        Assert.Throws<InvalidOperationException>(() => _city.AddPlan(OfficeTown.Plan(_city, "p1"), new byte[1], path =>
        {
            OfficeTown.Write(path, opened, 0);
            throw new InvalidOperationException();
        }));

        Assert.Null(_city.FindPlan("p1"));
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);
    }

    [Fact]
    public void Every_change_is_a_revision_and_an_old_one_changes_nothing()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);

        var changed = _city.ChangePlan("p1", 1, plan => plan with { Title = "改", State = PlanState.Reviewed });
        var refusal = Assert.Throws<OfficeConflictException>(() => _city.ChangePlan("p1", 1, plan => plan with { Title = "再改" }));

        Assert.Equal((2, "改", PlanState.Reviewed), (changed.Revision, changed.Title, changed.State));
        Assert.Equal(changed, _city.FindPlan("p1"));
        Assert.Equal(OfficeConflict.Changed, refusal.Kind);
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => _city.ChangePlan("p9", null, plan => plan)).Kind);
    }

    [Fact]
    public void The_file_of_a_plan_changes_with_its_revision_or_not_at_all()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);
        static string NoteOf(string path) => TemporaryFolder.Sql(path, "SELECT group_concat(text, ',') FROM notes");
        static void Add(string path, string note) => TemporaryFolder.Sql(path, $"INSERT INTO notes (code, text, text_chinese) VALUES ('opinion', '{note}', '意见')");

        _city.ChangePlan("p1", 1, plan => plan with { OpenFindings = 1 }, path => Add(path, "b"));
        Assert.Throws<InvalidOperationException>(() => _city.ChangePlan("p1", 2, plan => plan, path =>
        {
            Add(path, "c");
            throw new InvalidOperationException();
        }));
        Assert.Throws<InvalidOperationException>(() => _city.ChangePlan("p1", 2, _ => throw new InvalidOperationException(), path => Add(path, "d")));
        Assert.Throws<OfficeConflictException>(() => _city.ChangePlan("p1", 1, plan => plan, path => Add(path, "e")));

        Assert.Equal("a,b", _city.ReadPlan("p1", NoteOf));
        Assert.Equal((2, 1), (_city.FindPlan("p1")!.Revision, _city.FindPlan("p1")!.OpenFindings));
        _city.ChangePlan("p1", 2, plan => plan, path => Add(path, "f"));
        Assert.Equal("a,b,f", _city.ReadPlan("p1", NoteOf));
    }

    [Fact]
    public void What_a_reader_does_to_the_file_it_was_lent_changes_no_plan_elsewhere()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p10"), 1);

        _city.ChangePlan("p1", null, plan => plan with { Id = "p10" }, path => TemporaryFolder.Sql(path, "DELETE FROM notes"));

        Assert.Equal(("p1", 2), (_city.FindPlan("p1")!.Id, _city.FindPlan("p1")!.Revision));
        Assert.Equal("1", _city.ReadPlan("p10", path => TemporaryFolder.Sql(path, "SELECT count(*) FROM notes")));
    }

    [Fact]
    public void A_removed_plan_is_gone_and_its_id_is_free()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1x"), 0);

        Assert.Equal(OfficeConflict.Changed, Assert.Throws<OfficeConflictException>(() => _city.DeletePlan("p1", 7)).Kind);
        _city.DeletePlan("p1", 1);

        Assert.Null(_city.FindPlan("p1"));
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => _city.PlanMessage("p1")).Kind);
        Assert.Equal(OfficeConflict.Missing, Assert.Throws<OfficeConflictException>(() => _city.ReadPlan("p1", path => path)).Kind);
        Assert.Single(_city.ReadPlan("p1x", PlanAreas.Read));
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 1, 2);
        Assert.Equal(2, _city.ReadPlan("p1", PlanAreas.Read).Count);
    }

    [Fact]
    public void Changes_of_many_callers_at_once_are_all_counted()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);

        Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 6 }, _ => _city.ChangePlan("p1", null, plan => plan with { OpenFindings = plan.OpenFindings + 1 }));

        Assert.Equal((25, 24), (_city.FindPlan("p1")!.Revision, _city.FindPlan("p1")!.OpenFindings));
    }

    [Fact]
    public void A_plan_of_the_present_layers_is_not_stale()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1"), 0);

        Assert.Empty(_city.StalePlans());
        _city.Update([SmallTown.Parcels(50)], null);
        _city.Update([SmallTown.Parcels(40)], null);

        Assert.Empty(_city.StalePlans());
    }

    [Fact]
    public void A_change_is_told_of_the_areas_that_it_is_near()
    {
        // 40 parcels in a row of 1,600 m: the first is more than a kilometre from the last.
        var opened = _city.Open().City;
        int first = OfficeTown.RowOf(opened, "P0000000"), last = OfficeTown.RowOf(opened, "P0000039");
        _city.AddPlan(OfficeTown.Plan(_city, "p1"), new byte[1], path => OfficeTown.Write(path, opened, first, last));
        _city.AddPlan(OfficeTown.Plan(_city, "p2") with { RulePack = "chongqing-2025" }, new byte[1], path => OfficeTown.Write(path, opened, first, last));

        _city.Update([SmallTown.Parcels(39)], null);

        Assert.Equal([("p1", "parcels", "A002"), ("p2", "parcels", "A002")], _city.StalePlans().Select(Said));
        _city.Update([Udb()], null);
        Assert.Equal([("p1", "parcels,udb", "A001,A002"), ("p2", "parcels,udb", "A001,A002")], _city.StalePlans().Select(Said));
    }

    [Fact]
    public void A_change_far_from_every_area_touches_none_but_the_plan_is_told()
    {
        var opened = _city.Open().City;
        _city.AddPlan(OfficeTown.Plan(_city, "p1"), new byte[1], path => OfficeTown.Write(path, opened, OfficeTown.RowOf(opened, "P0000000")));

        _city.Update([SmallTown.Parcels(39)], null);

        Assert.Equal([("p1", "parcels", "")], _city.StalePlans().Select(Said));
    }

    [Fact]
    public void Where_the_layers_of_a_plan_are_not_known_all_its_areas_may_be_touched()
    {
        OfficeTown.AddPlan(_city, OfficeTown.Plan(_city, "p1") with { LayersVersion = "of another time" }, 0, 1);

        Assert.Equal([("p1", "parcels,buildings,udb,protected_items,barriers", "A001,A002")], _city.StalePlans().Select(Said));
    }

    private static (string Plan, string Layers, string Areas) Said(StalePlan plan) => (plan.Plan, string.Join(',', plan.Layers), string.Join(',', plan.Areas));

    private static SourceLayer Udb() => SmallTown.Layer(
        LayerNames.Udb, 4523, new RingList().Square(35_500_000, 3_270_000, 6000).EndFeature().ToShapes(ShapeKind.Polygon),
        [new TextSource("zone_id", SmallTown.Texts(1, _ => "1")), new TextSource("kind", SmallTown.Texts(1, _ => "concentrated"))]);
}
