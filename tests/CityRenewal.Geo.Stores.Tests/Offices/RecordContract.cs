using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>What every store keeps of a service's own work.</summary>
public abstract class RecordContract : IDisposable
{
    private readonly IOfficeHome _home;
    private readonly IOfficeStore _office;

    protected RecordContract(IOfficeHome home) => (_home, _office) = (home, home.Open());

    public void Dispose()
    {
        _office.Dispose();
        _home.Dispose();
        GC.SuppressFinalize(this);
    }

    private IOfficeRecords Records => _office.Records;

    [Fact]
    public void A_run_is_kept_as_it_was_told_last()
    {
        var run = Run("r1", RunState.Waiting);
        Records.Keep(run);
        var done = run with { State = RunState.Done, Stage = "完成 done", Found = 12.5, Bound = null, Attempts = 2, Ended = OfficeTown.Noon.AddSeconds(3.5), Response = [1], Error = [0, 255] };
        Records.Keep(done);

        var read = Records.FindRun("r1")!;

        Assert.Equal((RunState.Done, "完成 done", 12.5, null, 2), (read.State, read.Stage, read.Found, read.Bound, read.Attempts));
        Assert.Equal((run.Created, done.Ended), (read.Created, read.Ended));
        Assert.Equal([[9, 0], [1], [0, 255]], new[] { read.Request, read.Response, read.Error });
        Assert.Null(Records.FindRun("r2"));
    }

    [Fact]
    public void Runs_are_told_in_the_order_of_their_ids_and_those_that_are_not_over_apart()
    {
        foreach (var (id, state) in new[] { ("r3", RunState.Running), ("r1", RunState.Done), ("R9", RunState.Waiting), ("r-2", RunState.Failed), ("r10", RunState.Cancelled) })
        {
            Records.Keep(Run(id, state));
        }

        Assert.Equal(["R9", "r-2", "r1", "r10", "r3"], Records.Runs("", 9).Select(run => run.Id));
        Assert.Equal(["r1", "r10"], Records.Runs("r-2", 2).Select(run => run.Id));
        Assert.Equal(["R9", "r3"], Records.OpenRuns().Select(run => run.Id));
        Records.DropRun("r1");
        Assert.Null(Records.FindRun("r1"));
    }

    [Fact]
    public void An_answer_is_kept_with_what_was_done_and_a_second_of_its_id_does_nothing()
    {
        var session = new SessionRecord("s1", "town", "p1", "王") { Edits = [], Made = 0, Changed = OfficeTown.Noon };
        Records.Keep(Run("r1", RunState.Waiting), OfficeTown.Answer("q1", response: [1, 2]));
        Records.Keep(session, OfficeTown.Answer("q1", "李", 4));

        Assert.Equal(OfficeConflict.Exists, Assert.Throws<OfficeConflictException>(() => Records.Keep(Run("r2", RunState.Waiting), OfficeTown.Answer("q1", response: 3))).Kind);
        Assert.Throws<OfficeConflictException>(() => Records.Keep(session with { Id = "s2" }, OfficeTown.Answer("q1", "李", 5)));

        var first = Records.FindRequest("王", "q1")!;
        Assert.Equal(("Propose", "h", OfficeTown.Noon), (first.Method, first.Hash, first.Time));
        Assert.Equal([1, 2], first.Response);
        Assert.Equal([4], Records.FindRequest("李", "q1")!.Response);
        Assert.Null(Records.FindRequest("王", "q2"));
        Assert.Equal(["r1"], Records.OpenRuns().Select(run => run.Id));
        Assert.Equal(["s1"], Records.Sessions("town").Select(known => known.Id));
    }

    [Fact]
    public void An_answer_is_kept_for_its_time_and_goes_with_the_next_one_after_it()
    {
        var late = OfficeTown.Answer("q3") with { Time = OfficeTown.Noon + RequestRecord.Kept + TimeSpan.FromSeconds(1) };
        Records.Keep(Run("r1", RunState.Done), OfficeTown.Answer("q1"));
        Records.Keep(Run("r2", RunState.Done), OfficeTown.Answer("q2") with { Time = OfficeTown.Noon + TimeSpan.FromSeconds(2) });
        Records.Keep(Run("r3", RunState.Done), late);

        Assert.Null(Records.FindRequest("王", "q1"));
        Assert.NotNull(Records.FindRequest("王", "q2"));
    }

    [Fact]
    public void An_edit_session_is_kept_as_it_was_told_last()
    {
        var session = new SessionRecord("s1", "town", "p1", "王") { Edits = ["move P1 A1", "split '甲' \"x\""], Made = 1, Changed = OfficeTown.Noon };
        Records.Keep(session with { Edits = [], Made = 0 });
        Records.Keep(session);
        Records.Keep(session with { Id = "s0", City = "other" });

        var read = Records.FindSession("s1")!;

        Assert.Equal(session.Edits, read.Edits);
        Assert.Equal(session with { Edits = read.Edits }, read);
        Assert.Equal(["s1"], Records.Sessions("town").Select(known => known.Id));
        Records.DropSession("s1");
        Assert.Null(Records.FindSession("s1"));
    }

    [Theory]
    [InlineData("UPDATE calls SET caller = 'x'")]
    [InlineData("DELETE FROM calls")]
    public void Calls_are_told_newest_first_and_nobody_changes_one(string sql)
    {
        for (var i = 0; i < 5; i++)
        {
            Records.Add(new AuditRecord(OfficeTown.Noon.AddSeconds(i), "王", "planner", "Propose", $"cities/c/plans/{i}", "OK"));
        }

        Assert.ThrowsAny<Exception>(() => _home.RunRecordSql(sql));

        Assert.Equal(["cities/c/plans/4", "cities/c/plans/3", "cities/c/plans/2"], Records.Calls(3).Select(call => call.Resource));
        Assert.Equal(new AuditRecord(OfficeTown.Noon.AddSeconds(4), "王", "planner", "Propose", "cities/c/plans/4", "OK"), Records.Calls(1)[0]);
        Assert.Equal(5, Records.Calls(9).Count);
    }

    [Fact]
    public void Many_callers_at_once_lose_nothing()
    {
        var city = OfficeTown.Found(_office);
        var opened = city.Open().City;

        Parallel.For(0, 30, new ParallelOptions { MaxDegreeOfParallelism = 10 }, i =>
        {
            Records.Add(new AuditRecord(OfficeTown.Noon, $"caller {i}", "planner", "AddPlan", "", "OK"));
            Records.Keep(Run($"r{i:D2}", RunState.Running));
            city.AddPlan(OfficeTown.Plan(city, $"p{i:D2}"), new[] { (byte)i }, path => OfficeTown.Write(path, opened, i % 40));
            Assert.Equal(40, city.Read("parcels").Sum(sheet => sheet.Shapes.Count));
            Records.Keep(Run($"r{i:D2}", RunState.Done));
            Assert.Equal([(byte)i], city.PlanMessage($"p{i:D2}"));
        });

        Assert.Equal(30, Records.Calls(99).Select(call => call.Caller).Distinct().Count());
        Assert.Equal(30, city.ReadPlans().Count);
        Assert.Empty(Records.OpenRuns());
    }

    [Fact]
    public void Of_many_who_found_the_same_city_one_does()
    {
        var founded = 0;
        Parallel.For(0, 4, _ =>
        {
            try
            {
                OfficeTown.Found(_office);
                Interlocked.Increment(ref founded);
            }
            catch (OfficeConflictException taken) when (taken.Kind == OfficeConflict.Exists)
            {
            }
        });

        Assert.Equal(1, founded);
        Assert.Equal(5, _office.Find("town")!.ReadVersions().Count);
    }

    private static RunRecord Run(string id, RunState state) => new(id, "propose", "town", state) { Caller = "王", Request = [9, 0], Created = OfficeTown.Noon };
}
