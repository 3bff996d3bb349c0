using System.Diagnostics;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>An office in a folder beside QGIS, a kill and a full disk.</summary>
public sealed class FolderOfficeTests : IDisposable
{
    // Holds the file as QGIS does while it saves, says so, and lets go when it is told to.
    private const string Holder = """
        import sqlite3, sys
        file = sqlite3.connect(sys.argv[1], isolation_level=None)
        for statement in sys.argv[2:]: file.execute(statement).fetchall()
        print('held', flush=True)
        sys.stdin.readline()
        if file.in_transaction: file.execute('COMMIT')
        """;

    private readonly FolderHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void While_another_program_holds_the_city_it_is_read_and_a_change_is_refused_in_words()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        var version = city.ReadLayersVersion();
        using var holder = Hold("BEGIN IMMEDIATE");
        var clock = Stopwatch.StartNew();

        var refusal = Assert.Throws<StoreException>(() => city.Update([SmallTown.Parcels(50)], null));

        Assert.Contains("Another program holds the file", refusal.Problem, StringComparison.Ordinal);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        Assert.Equal(40, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        Release(holder);
        Assert.Equal(version, city.ReadLayersVersion());
        city.Update([SmallTown.Parcels(50)], version);
        Assert.Equal(50, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
    }

    [Fact]
    public void A_change_of_the_register_that_a_reader_kept_from_being_confirmed_was_not_answered()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        var entry = new RegisterEntry
        {
            Id = "A1", Kind = RegisterKind.Area, Area = "A1", Parcels = [new("P1", 900.5, "D1", "S1", "C1")], History = [new RegisterStep(RegisterState.Candidate, new DateOnly(2026, 1, 31), "文号")],
        };
        using (var reader = Hold("BEGIN", "SELECT count(*) FROM parcels"))
        {
            Assert.Throws<StoreException>(() => city.AddToRegister(entry, null, _ => OfficeTown.Answer("q1", response: 1)));
            Release(reader);
        }

        Assert.Null(office.Records.FindRequest("王", "q1"));
        city.AddToRegister(entry, null, _ => OfficeTown.Answer("q1", response: 2));
        Assert.Equal([2], office.Records.FindRequest("王", "q1")!.Response);
        Assert.Single(city.ReadRegister().Entries);
    }

    [Fact]
    public void Old_answers_are_found_by_their_time_in_records_of_an_earlier_form_too()
    {
        _home.Open().Dispose();
        _home.RunRecordSql("DROP INDEX requests_by_time; ALTER TABLE requests DROP COLUMN city; ALTER TABLE requests DROP COLUMN mark; UPDATE schema_version SET version = 2; "
            + "INSERT INTO requests VALUES ('王', 'q1', 'Propose', 'h', x'07', '2026-11-26T04:00:00.000Z')");

        using var office = _home.Open();

        Assert.Equal([7], office.Records.FindRequest("王", "q1")!.Response);
        Assert.Contains(
            "USING INDEX requests_by_time",
            TemporaryFolder.Sql(Path.Combine(_home.Folder, "office.sqlite"), "EXPLAIN QUERY PLAN DELETE FROM requests WHERE time < '2026'"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_that_QGIS_has_open_in_its_own_mode_takes_changes_and_both_see_them()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        using var holder = Hold("PRAGMA journal_mode = WAL", "SELECT count(*) FROM parcels");

        city.Update([SmallTown.Parcels(50)], null);

        Assert.Equal("50", TemporaryFolder.Sql(_home.CityFile("town"), "SELECT count(*) FROM parcels"));
        Assert.Equal(50, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
        Release(holder);
    }

    [Fact]
    public void What_is_edited_in_QGIS_while_the_office_is_open_is_another_version_and_is_kept()
    {
        using var office = _home.Open();
        var city = OfficeTown.Found(office);
        OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        var before = city.ReadLayersVersion();

        TemporaryFolder.Edit(_home.CityFile("town"), "UPDATE parcels SET land_use = '绿地' WHERE parcel_id = 'P0000007'");
        var edited = city.ReadLayersVersion();

        Assert.NotEqual(before, edited);
        Assert.Equal(edited, city.ReadLayersVersion());
        Assert.Equal(["parcels"], Assert.Single(city.StalePlans()).Layers);
        Assert.Equal(OfficeConflict.Changed, Assert.Throws<OfficeConflictException>(() => city.Update([SmallTown.Parcels(50)], before)).Kind);
        var made = city.Update([SmallTown.Parcels(50)], edited);
        Assert.Equal(["edited outside this program", "small town"], made.Select(version => version.Origin));
        Assert.Equal(1, city.Changes(2)[0].Edited.Count);
    }

    [Fact]
    public void A_killed_service_loses_nothing_that_it_acknowledged_and_leaves_nothing_half()
    {
        KilledProcess.LosesNothing(_home.Folder, _home.Open);

        using var office = _home.Open();
        var plans = office.Find("town")!.ReadPlans();
        var files = Directory.GetFiles(Path.Combine(_home.Folder, "cities", "town", "plans"));
        Assert.Equal(2 * plans.Count, files.Length);

        // A journal is SQLite's own: whoever opens the file next takes it up.
        var names = Directory.GetFiles(Path.Combine(_home.Folder, "cities", "town")).Select(Path.GetFileName).Where(name => name != "city.gpkg-journal");
        Assert.Equal(["city.gpkg", "city.gpkg.cache"], names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void On_a_full_disk_everything_stays_as_it_was_and_goes_on_when_there_is_room()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["disk"]);
        var child = $"exec dotnet '{typeof(OtherProcess).Assembly.Location}' fill \"$0\"";
        string[] arguments = ["-m", "sh", "-c", $"mount -t tmpfs -o size=8m tmpfs \"$0\" && {child}", folder["disk"]];

        var said = TemporaryFolder.Run("unshare", Environment.IsPrivilegedProcess ? arguments : ["-r", .. arguments]);

        Assert.Equal(
            """
            update: The disk is full: nothing was kept of this write.
            found: The disk is full: nothing was kept of this write.
            plan: The file cannot be written: the disk is full, or the folder is read-only. Nothing was kept.
            change: The file cannot be written: the disk is full, or the folder is read-only. Nothing was kept.
            cities town, plans p1
            unchanged True
            works 41

            """, said);
    }

    [Fact]
    public void What_a_stopped_removal_left_behind_goes_and_takes_its_plans_along()
    {
        using (var office = _home.Open())
        {
            var city = OfficeTown.Found(office);
            OfficeTown.AddPlan(city, OfficeTown.Plan(city, "p1"), 0);
        }

        var cities = Path.Combine(_home.Folder, "cities");
        Directory.Move(Path.Combine(cities, "town"), Path.Combine(cities, ".gone.town.x"));

        using var again = _home.Open();

        Assert.Empty(again.Cities);
        Assert.Empty(Directory.GetFileSystemEntries(cities));
        Assert.Empty(OfficeTown.Found(again).ReadPlans());
    }

    [Fact]
    public void A_second_service_on_the_same_folder_is_refused_and_told_what_to_do()
    {
        using var office = _home.Open();

        var refusal = Assert.Throws<StoreException>(_home.Open);

        Assert.Contains("another service holds it", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_city_file_that_was_attached_is_served_and_never_deleted()
    {
        using var folder = new TemporaryFolder();
        Stores.GeoPackage.CityFile.Found(folder["mine.gpkg"], SmallTown.Layers(), OfficeTown.Settings);

        using var office = FolderOffice.Open(_home.Folder, new Dictionary<string, string> { ["mine"] = folder["mine.gpkg"] });

        Assert.Equal(OfficeConflict.Fixed, Assert.Throws<OfficeConflictException>(() => office.Delete("mine", null)).Kind);
        OfficeTown.AddPlan(office.Find("mine")!, OfficeTown.Plan(office.Find("mine")!, "p1"), 0);
        Assert.True(File.Exists(folder["mine.gpkg"]));
    }

    private Process Hold(params string[] statements)
    {
        var holder = OtherProcess.Started("/usr/bin/python3", ["-c", Holder, _home.CityFile("town"), .. statements]);
        Assert.Equal("held", holder.StandardOutput.ReadLine());
        return holder;
    }

    private static void Release(Process holder)
    {
        holder.StandardInput.WriteLine();
        holder.WaitForExit();
        Assert.Equal("", holder.StandardError.ReadToEnd());
    }
}
