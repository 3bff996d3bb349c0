using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Tests.Delineation;

namespace CityRenewal.Geo.Tests.Editing;

public class EditSessionTests
{
    // Parcels of 400 m², B and F across a street of 20 m from C and G.
    private static LatticeCity Town() => new("AB.CD", "EF.GH");

    [Fact]
    public void A_parcel_comes_in_with_its_land_and_the_outline_follows()
    {
        var session = EditTown.Session(Town(), "AB");

        var change = Assert.Single(session.Do("add A001 P04 P05").Changes);

        Assert.Equal((800.0, 1_600.0), (change.Before!.Area.NetArea, change.After!.Area.NetArea));
        Assert.Equal((120.0, 160.0), (Math.Round(change.Before.Area.Perimeter, 9), Math.Round(change.After.Area.Perimeter, 9)));
        Assert.Equal(Math.PI / 4, change.After.Measures["polsby_popper"].OrNaN, 12);
        Assert.Equal(["P04", "P05"], change.Gained);
        Assert.Empty(change.Lost);
    }

    // 20 m of street lie in the area as soon as both its sides do.
    [Fact]
    public void A_street_comes_in_with_the_last_of_its_sides_and_goes_with_the_first()
    {
        var session = EditTown.Session(Town(), "B");

        session.Do("add A001 P02");
        Assert.Equal((800.0, 1_200.0), (session.Area("A001").Area.NetArea, Math.Round(session.Area("A001").Area.GrossArea, 9)));
        session.Do("remove A001 P02");
        Assert.Equal(400, session.Area("A001").Area.GrossArea, 9);
    }

    [Fact]
    public void Between_two_areas_a_parcel_leaves_one_and_enters_the_other()
    {
        var session = EditTown.Session(Town(), "ABEF", "CDGH");

        var report = session.Do("move A001 A002 P01");

        Assert.Equal(["A001", "A002"], report.Changes.Select(change => change.Id));
        Assert.Equal(("P00 P04 P05", "P01 P02 P03 P06 P07"), (session.Parcels("A001"), session.Parcels("A002")));
        Assert.Equal(3_200, session.Areas.Sum(area => area.Area.NetArea), 9);
    }

    [Fact]
    public void What_an_edit_breaks_is_told_and_not_forbidden()
    {
        var session = EditTown.Session(Town(), "AB");

        session.Do("add A001 P03");
        Assert.Equal("contiguity", session.Broken("A001"));
        session.Do("add A001 P02");
        Assert.Equal("", session.Broken("A001"));
        session.Do("remove A001 P00 P01 P03");
        Assert.Equal("area_limits", session.Broken("A001"));
        session.Do("lock out P02");
        Assert.Equal("area_limits lock", session.Broken("A001"));
        session.Do("lock free P02");
        Assert.Equal("area_limits", session.Broken("A001"));
    }

    // A railway runs along the border of A and B; a house of 20 m stands on the middle of the border of E and F.
    [Fact]
    public void A_barrier_that_is_crossed_and_a_building_that_is_cut_are_told()
    {
        var town = Town().WithRailway(20, 20, 20, 40).With(new LatticeBuilding(10, 5, 20, 10));
        var session = EditTown.Session(town, "AE");

        Assert.Equal("building_cut", session.Broken("A001"));
        session.Do("add A001 P05 P01");
        Assert.Equal("barrier", session.Broken("A001"));
    }

    [Fact]
    public void A_parcel_locked_in_that_no_area_holds_is_told_until_one_does()
    {
        var session = EditTown.Session(Town(), "AB");

        var told = Assert.Single(session.Do("lock in P04").Tells);
        Assert.Equal("locked_in_not_placed", told.Code);
        Assert.Contains("P04", told.Text, StringComparison.Ordinal);
        Assert.Empty(session.Do("add A001 P04").Tells);
    }

    [Fact]
    public void An_area_is_begun_under_the_next_number_and_dissolved_again()
    {
        var session = EditTown.Session(Town(), "AB");

        session.Do("begin - P02 P03");
        Assert.Equal("P02 P03", session.Parcels("A002"));
        var gone = Assert.Single(session.Do("dissolve A001").Changes);
        Assert.Null(gone.After);
        Assert.Equal(["P00", "P01"], gone.Lost);
        Assert.Equal(["A002"], session.Areas.Select(area => area.Area.Id));
        session.Do("begin North P00");
        session.Do("begin - P01");
        Assert.Equal(["A002", "A003", "North"], session.Areas.Select(area => area.Area.Id));
    }

    [Theory]
    [InlineData("add A001 P77", "parcel P77: The city has no parcel of that id.")]
    [InlineData("add A001 P00", "It is in A001 already.")]
    [InlineData("add A009 P02", "area A009: The plan has no area of that id.")]
    [InlineData("add A001 P02 P02", "The parcel is named twice.")]
    [InlineData("remove A001 P02", "It is in no area, so not in A001.")]
    [InlineData("remove A001 P00 P01", "Nothing would be left of it.")]
    [InlineData("move A001 A001 P00", "The parcels would stay where they are.")]
    [InlineData("begin A001 P02", "There is an area of that id.")]
    [InlineData("lock free P00", "It is not locked.")]
    [InlineData("set retain B77", "The city has no building of that id.")]
    [InlineData("set demolish B00", "A demolition by choice needs a purpose.")]
    [InlineData("set retain B01", "It stands in no area")]
    public void An_impossible_edit_is_refused_and_changes_nothing(string line, string why)
    {
        var session = EditTown.Session(Town().With(new LatticeBuilding(5, 25, 10, 10)).With(new LatticeBuilding(65, 25, 10, 10)), "AB");
        var before = EditDump.Of(session);

        Assert.Contains(why, session.Refusal(line), StringComparison.Ordinal);
        Assert.Equal(before, EditDump.Of(session));
        Assert.False(session.CanUndo);
    }

    [Fact]
    public void Everything_that_is_impossible_is_said_at_once() =>
        Assert.Equal(
            ["P88", "P00"],
            Assert.Throws<EditException>(() => EditTown.Session(Town(), "AB").Do("add A001 P88 P00 P02")).Problems.Select(problem => problem.Value));

    [Fact]
    public void Undo_and_redo_of_any_depth_lead_through_the_same_numbers()
    {
        var session = EditTown.Session(Town().With(new LatticeBuilding(5, 25, 10, 10) { Year = 1980 }), "AB", "CD");
        string[] lines = ["add A001 P04", "move A001 A002 P01", "lock in P05", "set retain B00", "dissolve A002", "begin - P01 P05"];
        var seen = new List<string> { EditDump.Of(session) };
        foreach (var line in lines)
        {
            session.Do(line);
            seen.Add(EditDump.Of(session));
        }

        for (var step = lines.Length; step-- > 0;)
        {
            session.Undo();
            Assert.Equal(seen[step], EditDump.Of(session));
        }

        Assert.False(session.CanUndo);
        for (var step = 1; step <= lines.Length; step++)
        {
            session.Redo();
            Assert.Equal(seen[step], EditDump.Of(session));
        }

        Assert.False(session.CanRedo);
        session.Undo();
        session.Do("add A001 P05");
        Assert.Equal(lines[..^1].Append("add A001 P05"), session.Edits.Select(edit => edit.Command));
        Assert.False(session.CanRedo);
    }

    // A house of 3 × 100 m² on A.
    [Fact]
    public void A_building_that_is_decided_moves_every_number_that_counts_it()
    {
        var session = EditTown.Session(Town().With(new LatticeBuilding(5, 25, 10, 10) { Year = 1980 }), "AB");
        Assert.Equal("renovate aged", Told(session));

        session.Do("set demolish B00 for fire lane");
        Assert.Equal("demolish elective_candidate", Told(session));
        Assert.Equal(1, session.Area("A001").Measures["demolition_ratio"].Value);
        Assert.Equal("fire lane", session.ToPlan().Plan.Options.ElectivePurpose);
        session.Do("remove A001 P00");
        Assert.Empty(session.Area("A001").Area.Dispositions);
        session.Do("add A001 P00");
        Assert.Equal("demolish elective_candidate", Told(session));
        session.Do("set renovate B00");
        Assert.Equal("renovate aged", Told(session));
        Assert.Equal(0, session.Area("A001").Measures["demolition_ratio"].Value);
    }

    [Fact]
    public void On_a_boundary_nothing_is_proposed_until_somebody_decides()
    {
        var session = EditTown.Session(Town().With(new LatticeBuilding(5, 25, 10, 10) { Year = 1980 }), proposes: false, "AB");

        Assert.Equal("no_dispositions", session.Area("A001").Measures["demolition_ratio"].WhyNot!.Code);
        session.Do("set retain B00");
        Assert.Equal(0, session.Area("A001").Measures["demolition_ratio"].Value);
        session.Undo();
        Assert.Equal("no_dispositions", session.Area("A001").Measures["demolition_ratio"].WhyNot!.Code);
    }

    [Fact]
    public void A_session_cannot_begin_with_a_parcel_in_two_areas() =>
        Assert.Contains("It is in A001 and in A002.", Assert.Throws<EditException>(() => EditTown.Session(Town(), "AB", "BC")).Message, StringComparison.Ordinal);

    private static string Told(EditSession session)
    {
        var proposed = Assert.Single(session.Area("A001").Area.Dispositions);
        return $"{proposed.Disposition.ToString().ToLowerInvariant()} {proposed.Reason}";
    }
}
