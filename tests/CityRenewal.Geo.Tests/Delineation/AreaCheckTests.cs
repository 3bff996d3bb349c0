using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Delineation;

/// <summary>Every check of a finished area fires on an area that breaks it, and only there.</summary>
public class AreaCheckTests
{
    private static readonly ProposalOptions SmallAreas = new() { MinimumArea = 800, MaximumArea = 4_000 };

    [Fact]
    public void A_sound_area_breaks_nothing() =>
        Assert.Empty(Broken(new LatticeCity("ABCD"), SmallAreas, [0, 1]));

    [Fact]
    public void Two_parcels_that_do_not_meet_are_not_contiguous() =>
        Assert.Equal(["contiguity"], Broken(new LatticeCity("ABCD"), SmallAreas, [0, 2]));

    [Fact]
    public void Two_parcels_across_a_street_that_is_not_theirs_are_not_contiguous() =>
        Assert.Equal(["contiguity"], Broken(new LatticeCity("A.B"), SmallAreas, [0, 1]));

    [Theory]
    [InlineData(new[] { 0 })]
    [InlineData(new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    public void An_area_below_or_above_the_limits_is_seen(int[] parcels) =>
        Assert.Equal(["area_limits"], Broken(new LatticeCity("ABCDEFGHIJKL"), SmallAreas, parcels));

    [Fact]
    public void A_parcel_outside_the_urban_development_boundary_is_seen() =>
        Assert.Equal(
            ["udb"], Broken(new LatticeCity("ABCD").With(LayerNames.Udb, "concentrated", -10, -10, 45, 60), SmallAreas, [0, 1]));

    [Fact]
    public void A_railway_between_two_members_is_seen() =>
        Assert.Contains("barrier", Broken(new LatticeCity("AB", "CD").WithRailway(20, -50, 20, 21), SmallAreas, [0, 1, 2, 3]));

    [Fact]
    public void A_railway_in_an_inner_street_is_seen()
    {
        var city = new LatticeCity("A.B").WithRailway(30, -50, 30, 90);
        var street = Enumerable.Range(0, city.Land.Fabric.FaceCount).Single(face => city.Land.Fabric.FaceKinds[face] == Geo.Fabric.FaceKind.Street);

        Assert.Equal(["contiguity", "barrier"], Broken(city, SmallAreas, [0, 1], [street]));
    }

    [Fact]
    public void A_parcel_of_another_unit_is_seen() =>
        Assert.Equal(
            ["unit"],
            Broken(new LatticeCity("ABCD").With(LayerNames.PlanningUnits, "", 0, 0, 20, 20), SmallAreas, [0, 1]));

    [Fact]
    public void A_locked_parcel_is_seen() =>
        Assert.Equal(["lock"], Broken(new LatticeCity("ABCD").WithLock(1, ParcelLock.Out), SmallAreas, [0, 1]));

    [Fact]
    public void A_building_across_the_boundary_is_seen() =>
        Assert.Equal(
            ["building_cut"], Broken(new LatticeCity("ABCD").With(new LatticeBuilding(35, 2, 10, 10)), SmallAreas, [0, 1]));

    [Fact]
    public void The_demolition_of_a_protected_building_is_seen() =>
        Assert.Equal(["protected"], Broken(Built().WithProtected("B00"), SmallAreas, [0, 1], [], Demolished(DemolitionKind.Exempt)));

    [Fact]
    public void The_demolition_of_a_building_in_a_core_zone_is_seen() =>
        Assert.Equal(
            ["protected"],
            Broken(Built().With(LayerNames.HistoricZones, "core", 0, 0, 20, 20), SmallAreas, [0, 1], [], Demolished(DemolitionKind.Exempt)));

    [Fact]
    public void Elective_demolition_beyond_its_share_is_seen() =>
        Assert.Equal(
            ["elective_share"],
            Broken(Built(), SmallAreas with { ElectivePurpose = "fire lane" }, [0, 1], [], Demolished(DemolitionKind.ElectiveCandidate)));

    [Fact]
    public void Elective_demolition_that_nobody_asked_for_is_seen() =>
        Assert.Equal(
            ["elective_share"],
            Broken(Built(), SmallAreas with { ElectiveDemolitionLimit = 1 }, [0, 1], [], Demolished(DemolitionKind.ElectiveCandidate)));

    private static LatticeCity Built() => new LatticeCity("ABCD")
        .With(new LatticeBuilding(2, 2, 15, 15) { Year = 1960 })
        .With(new LatticeBuilding(22, 2, 15, 15) { Year = 1960 });

    private static BuildingDisposition[] Demolished(DemolitionKind kind) =>
        [new BuildingDisposition(0, Disposition.Demolish, kind, "test")];

    private static string[] Broken(
        LatticeCity city, ProposalOptions options, int[] parcels, int[]? streets = null, BuildingDisposition[]? dispositions = null)
    {
        var ground = city.Ground(options);
        var need = NeedScores.Of(ground.City, ground.Facts, 2025);
        var assembled = new AreaAssembly(ground, need, new DispositionPlan(ground, need, 2025))
            .From([new AreaDraft(ground.Facts.Unit.Length > 0 ? ground.Facts.Unit[parcels[0]] : -1, parcels, streets ?? [])], 1, default);
        var area = assembled[0] with { Dispositions = dispositions ?? [] };
        return [.. new AreaChecks(ground, need).Check(area).Select(breach => breach.Check)];
    }
}
