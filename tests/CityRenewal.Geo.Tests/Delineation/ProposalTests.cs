using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation;

public class ProposalTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000, Lambda = 0.5 };

    [Fact]
    public void Old_parcels_become_an_area_and_new_ones_do_not()
    {
        var plan = OldAndNew().Propose(SmallAreas);

        var area = Assert.Single(plan.Areas);
        Assert.Equal("A001", area.Id);
        Assert.Equal([0, 1, 3, 4], area.Parcels);
        Assert.Equal(1_600, area.NetArea, 6);
        Assert.Equal(160, area.Perimeter, 6);
        Assert.Equal(area.Benefit - (0.5 * 160), plan.Objective, 6);
        Assert.InRange(plan.Bound, plan.Objective, plan.Objective + 0.1);
        Assert.InRange(plan.Gap!.Value, 0, 0.001);
    }

    [Fact]
    public void The_street_between_members_belongs_to_the_area()
    {
        var plan = Everywhere(1970, new LatticeCity("A.B")).Propose(SmallAreas);

        var area = Assert.Single(plan.Areas);
        Assert.Equal(800, area.NetArea, 6);
        Assert.Equal(1_200, area.GrossArea, 6);
        Assert.Equal(160, area.Perimeter, 6);
        Assert.Single(area.StreetFaces);
    }

    [Fact]
    public void Where_no_unit_has_enough_land_the_smallest_area_is_named_and_not_the_need()
    {
        var note = Assert.Single(Everywhere(1970, new LatticeCity("AB")).Propose(SmallAreas with { MinimumArea = 900 }).Notes, note => note.Code == "no_area");

        Assert.Contains("0.08 ha", note.Text);
        Assert.DoesNotContain("need", note.Text);
    }

    [Fact]
    public void An_area_does_not_cross_a_railway() =>
        Assert.Equal(
            [[0, 1], [2, 3]],
            Everywhere(1970, new LatticeCity("ABCD").WithRailway(40, -50, 40, 70)).Propose(SmallAreas).Areas.Select(area => area.Parcels.ToArray()));

    [Fact]
    public void A_street_with_a_railway_in_it_is_in_no_area() =>
        Assert.Empty(Everywhere(1970, new LatticeCity("A.B").WithRailway(30, -50, 30, 70)).Propose(SmallAreas).Areas);

    [Fact]
    public void A_parcel_with_a_railway_through_it_is_in_no_area()
    {
        var plan = Everywhere(1970, new LatticeCity("ABCDE").WithRailway(50, -50, 50, 70)).Propose(SmallAreas);

        Assert.Equal([[0, 1], [3, 4]], plan.Areas.Select(area => area.Parcels.ToArray()));
        Assert.Contains(plan.Notes, note => note.Code == "parcels_left_out");
    }

    [Fact]
    public void A_parcel_outside_the_urban_development_boundary_is_in_no_area() =>
        Assert.Equal(
            [0, 1],
            Assert.Single(Everywhere(1970, new LatticeCity("ABC").With(LayerNames.Udb, "concentrated", -10, -10, 65, 100)).Propose(SmallAreas).Areas).Parcels);

    [Fact]
    public void A_strip_outside_the_boundary_narrower_than_the_tolerance_excludes_nobody() =>
        Assert.Equal(
            [0, 1, 2],
            Assert.Single(Everywhere(1970, new LatticeCity("ABC").With(LayerNames.Udb, "concentrated", -10, -10, 69.5, 100)).Propose(SmallAreas).Areas).Parcels);

    [Fact]
    public void Parcels_under_one_building_come_together_or_not_at_all()
    {
        LatticeCity City() => Everywhere(1970, new LatticeCity("ABC"))
            .With(new LatticeBuilding(35, 2, 10, 3) { Year = 1970 });

        Assert.Equal([0, 1, 2], Assert.Single(City().Propose(SmallAreas).Areas).Parcels);
        var locked = City().WithLock(2, ParcelLock.Out).Propose(SmallAreas with { MinimumArea = 300 });
        Assert.Equal([0], Assert.Single(locked.Areas).Parcels);
    }

    [Fact]
    public void Locks_are_kept()
    {
        var plan = OldAndNew().WithLock(0, ParcelLock.Out).WithLock(5, ParcelLock.In).Propose(SmallAreas);

        Assert.DoesNotContain(plan.Areas, area => area.Parcels.Contains(0));
        Assert.Contains(plan.Areas, area => area.Parcels.Contains(5));
    }

    [Fact]
    public void The_plan_is_the_same_for_any_number_of_threads()
    {
        var one = OldAndNew().Propose(SmallAreas with { Threads = 1 });
        var four = OldAndNew().Propose(SmallAreas with { Threads = 4 });

        Assert.Equal(one.Objective, four.Objective);
        Assert.Equal(one.Bound, four.Bound);
        Assert.Equal(one.Areas.SelectMany(area => area.Parcels), four.Areas.SelectMany(area => area.Parcels));
    }

    [Fact]
    public void Where_years_are_known_somebody_has_to_say_from_when_ages_count()
    {
        var city = Everywhere(1970, new LatticeCity("AB") { BaselineYear = null });

        var problem = Assert.Single(Assert.Throws<ProposalOptionsException>(() => city.Propose(SmallAreas)).Problems);
        Assert.Equal("reference_year", problem.Field);
        Assert.Contains("--year", problem.Remedy);
        Assert.Single(city.Propose(SmallAreas with { ReferenceYear = 2025 }).Areas);
    }

    [Fact]
    public void Without_ages_and_grades_the_densest_land_is_found_and_said_to_be_relative()
    {
        var city = new LatticeCity("ABCD", "EFGH") { BaselineYear = null };
        for (var cell = 0; cell < 8; cell++)
        {
            var side = cell % 4 < 2 ? 12 : 4;
            city.With(new LatticeBuilding((cell % 4 * 20) + 2, (cell / 4 * 20) + 2, side, side) { Storeys = 0 });
        }

        var plan = city.Propose(SmallAreas);

        Assert.Equal([0, 1, 4, 5], Assert.Single(plan.Areas).Parcels);
        Assert.Contains(plan.Notes, note => note.Code == "need_relative");
        Assert.Equal(2, plan.Notes.Count(note => note.Code == "need_part_missing"));
    }

    [Fact]
    public void Missing_layers_are_named() =>
        Assert.Equal(
            ["buildings", "udb", "historic_zones", "protected_items", "planning_units", "barriers"],
            new LatticeCity("AB").Propose(SmallAreas).Notes.Where(note => note.Code == "missing_layer").Select(note => note.Text.Split(' ')[2]));

    [Fact]
    public void Work_can_be_stopped()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => OldAndNew().Propose(SmallAreas, cancel: cancel.Token));
    }

    [Fact]
    public void Progress_names_units_what_is_found_and_what_could_be()
    {
        var told = new List<string>();
        OldAndNew().Propose(SmallAreas with { Threads = 1 }, new Listener(told));

        Assert.Contains(told, stage => stage.StartsWith("areas: unit 1 of 1, found ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_wrong_option_is_named_at_once()
    {
        var wrong = new ProposalOptions
        {
            Lambda = double.NaN, MinimumArea = 5, MaximumArea = 4, NeedThreshold = 2, StreetWidth = -1, Threads = -1, RenovationAge = 0,
        };

        var thrown = Assert.Throws<ProposalOptionsException>(() => OldAndNew().Propose(wrong));
        Assert.Equal(
            ["lambda", "minimum_area_m2", "need_threshold", "street_width_m", "renovation_age", "threads"],
            thrown.Problems.Select(problem => problem.Field));
        Assert.All(thrown.Problems, problem => Assert.NotEmpty(problem.Remedy));
    }

    /// <summary>Two rows of three parcels: the four in the west are old, the two in the east are new.</summary>
    internal static LatticeCity OldAndNew()
    {
        var city = new LatticeCity("ABC", "DEF");
        for (var cell = 0; cell < 6; cell++)
        {
            city.With(new LatticeBuilding((cell % 3 * 20) + 2, ((1 - (cell / 3)) * 20) + 2, 16, 16) { Year = cell % 3 == 2 ? 2020 : 1970 });
        }

        return city;
    }

    /// <summary>A building of a year in every cell of one row.</summary>
    internal static LatticeCity Everywhere(int year, LatticeCity city)
    {
        for (var cell = 0; cell < 5; cell++)
        {
            city.With(new LatticeBuilding((cell * 20) + 2, 5, 13, 13) { Year = year });
        }

        return city;
    }

    private sealed class Listener(List<string> told) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value) => told.Add(value.Stage);
    }
}
