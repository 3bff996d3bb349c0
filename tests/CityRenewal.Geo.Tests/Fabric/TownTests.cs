using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using static CityRenewal.Geo.Tests.Fabric.FabricCity;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Small towns made by hand, each with one thing to see.</summary>
public class TownTests
{
    [Fact]
    public void Two_parcels_and_the_street_between_them_make_one_strip_with_two_sides()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20), Box(0, 32, 30, 52)), Polygons(Box(0, 0, 30, 52))));

        Assert.Equal(1560, fabric.Ledger.StudyAreaM2, 9);
        Assert.Equal(360, fabric.Ledger.StreetsM2, 9);
        var strip = Assert.Single(Faces(fabric, FaceKind.Street));
        Assert.Equal([0, 1], Sides(fabric, strip));
        Assert.Equal(12, fabric.StripWidthM[strip], 1e-4);
    }

    [Fact]
    public void Without_any_boundary_the_study_area_is_assumed_to_be_the_parcels_and_narrow_gaps()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20), Box(0, 32, 30, 52), Box(0, 100, 30, 120))));

        Assert.Equal(StudyAreaSource.Assumed, fabric.Ledger.Source);
        Assert.Equal(1560 + 600, fabric.Ledger.StudyAreaM2, 9);
        Assert.Equal([0, 1], Sides(fabric, Assert.Single(Faces(fabric, FaceKind.Street))));
    }

    [Fact]
    public void A_vertex_on_one_side_of_a_border_is_noded_on_the_other_side_too()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 40, 20), Box(0, 20, 15, 40), Box(15, 20, 40, 40))));

        Assert.Equal(15, SharedLengthM(fabric, 0, 1), 9);
        Assert.Equal(25, SharedLengthM(fabric, 0, 2), 9);
        Assert.Equal(0, fabric.GainedM2[0] + fabric.LostM2[0]);
    }

    [Fact]
    public void A_vertex_two_centimetres_off_a_border_pulls_the_border_to_it()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 40, 20), [[0, 20, 15, 19.98, 15, 40, 0, 40]], [[15, 19.98, 40, 20, 40, 40, 15, 40]])));

        Assert.Empty(Faces(fabric, FaceKind.Overlap));
        Assert.Equal(15, SharedLengthM(fabric, 0, 1), 3);
        Assert.Equal(0.4, fabric.LostM2[0], 9);
        Assert.Equal(0, fabric.GainedM2[0], 9);
    }

    [Fact]
    public void Corners_digitised_two_centimetres_apart_become_one()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 20, 20), [[20.02, 0.01, 40, 0, 40, 20, 19.98, 19.99]])));

        Assert.Equal(20, SharedLengthM(fabric, 0, 1), 1);
        Assert.Empty(Faces(fabric, FaceKind.Overlap));
        Assert.Empty(Faces(fabric, FaceKind.Void));
        Assert.True(fabric.Ledger.GainedM2 + fabric.Ledger.LostM2 > 0.1);
    }

    [Fact]
    public void Land_that_two_parcels_claim_is_an_overlap_and_counts_for_the_smallest_id()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20), Box(20, 0, 50, 20)), ids: ["B", "A"]));

        var overlap = Assert.Single(Faces(fabric, FaceKind.Overlap));
        Assert.Equal(1, fabric.FaceParcel[overlap]);
        Assert.Equal(200, fabric.Ledger.OverlapsM2, 9);
        Assert.Equal(800, fabric.Ledger.ParcelsM2, 9);
        Assert.Equal(2, fabric.Ledger.OverlappingParcels);
        Assert.All([0, 1], row => Assert.Contains(overlap, FacesOf(fabric, row)));
    }

    [Fact]
    public void The_same_parcel_delivered_twice_is_one_overlap()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20), Box(0, 0, 30, 20))));

        Assert.Single(Faces(fabric, FaceKind.Overlap));
        Assert.Equal(0, fabric.Ledger.ParcelsM2, 9);
        Assert.Equal(600, fabric.Ledger.OverlapsM2, 9);
    }

    [Fact]
    public void A_gap_that_parcels_close_in_is_a_void()
    {
        var fabric = Checked(Of(Polygons(
            Box(0, 0, 20, 20), [[20, 0, 40, 0, 40, 20, 20, 20, 20.5, 10]], Box(0, 20, 40, 40))));

        var gap = Assert.Single(Faces(fabric, FaceKind.Void));
        Assert.Equal(5, fabric.Ledger.VoidsM2, 9);
        Assert.Equal([0, 1], Sides(fabric, gap));
    }

    [Fact]
    public void A_courtyard_between_four_parcels_is_a_void_whatever_its_size()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 100, 20), Box(80, 20, 100, 80), Box(0, 80, 100, 100), Box(0, 20, 20, 80))));

        Assert.Equal(3600, fabric.Ledger.VoidsM2, 9);
        Assert.Equal(10_000, fabric.Ledger.StudyAreaM2, 9);
        Assert.Empty(Faces(fabric, FaceKind.Street));
        Assert.Equal([0, 1, 2, 3], Faces(fabric, FaceKind.Void).SelectMany(face => Sides(fabric, face)).Distinct().Order());
    }

    [Fact]
    public void A_parcel_in_the_hole_of_another_is_not_an_overlap()
    {
        var fabric = Checked(Of(Polygons(
            [Box(0, 0, 60, 60)[0], [20, 20, 40, 20, 40, 40, 20, 40]], Box(20, 20, 40, 40))));

        Assert.Empty(Faces(fabric, FaceKind.Overlap));
        Assert.Equal(80, SharedLengthM(fabric, 0, 1), 9);
        Assert.Equal(3600, fabric.Ledger.ParcelsM2, 9);
    }

    [Fact]
    public void A_parcel_lying_free_inside_another_overlaps_it()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 60, 60), Box(20, 20, 40, 40))));

        Assert.Equal(400, fabric.Ledger.OverlapsM2, 9);
        Assert.Equal(3200, fabric.Ledger.ParcelsM2, 9);
        Assert.Equal(0, fabric.FaceParcel[Assert.Single(Faces(fabric, FaceKind.Overlap))]);
    }

    [Fact]
    public void Condominiums_above_the_ground_are_attached_to_the_parcels_below_and_take_no_land()
    {
        var positions = new[] { RightsPosition.Surface, RightsPosition.Surface, RightsPosition.Above, RightsPosition.Underground };
        var city = Of(Polygons(Box(0, 0, 30, 20), Box(30, 0, 60, 20), Box(20, 5, 35, 15), Box(200, 0, 210, 10)), positions: positions);

        var fabric = Checked(city);

        Assert.Equal(1200, fabric.Ledger.ParcelsM2, 9);
        Assert.Equal([new StackedRight(2, 0, 100), new StackedRight(2, 1, 50), new StackedRight(3, -1, 0)], fabric.StackedRights);
        Assert.Empty(FacesOf(fabric, 2));
    }

    [Fact]
    public void A_parcel_across_the_edge_of_the_study_area_is_cut_there_but_not_moved()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20), Box(30, 0, 60, 20)), Polygons(Box(0, -5, 50, 25))));

        Assert.Equal(1000, fabric.Ledger.ParcelsM2, 9);
        Assert.Equal(200, fabric.Ledger.ParcelsOutsideM2, 9);
        Assert.Equal(1500, fabric.Ledger.StudyAreaM2, 9);
        Assert.Equal(2, FacesOf(fabric, 1).Length);
        Assert.Equal(0, fabric.GainedM2[1] + fabric.LostM2[1], 9);
    }

    [Fact]
    public void Water_is_water_only_where_no_parcel_is()
    {
        var fabric = Checked(Of(
            Polygons(Box(0, 0, 30, 20), Box(0, 40, 30, 60)), Polygons(Box(0, 0, 30, 60)), Polygons(Box(-10, 15, 40, 35))));

        Assert.Equal(30 * 15, fabric.Ledger.WaterM2, 9);
        Assert.Equal(30 * 5, fabric.Ledger.StreetsM2, 9);
        Assert.Equal(1200, fabric.Ledger.ParcelsM2, 9);
        Assert.All(Faces(fabric, FaceKind.Street), face => Assert.Equal([1], Sides(fabric, face)));
    }

    [Fact]
    public void The_study_area_is_the_union_of_planning_units_where_none_is_given()
    {
        var layers = new Dictionary<string, Zones>
        {
            [LayerNames.PlanningUnits] = ZonesOf(Polygons(Box(0, 0, 30, 60), Box(30, 0, 60, 60))),
            [LayerNames.Udb] = ZonesOf(Polygons(Box(0, 0, 10, 10))),
        };

        var fabric = Checked(With(Polygons(Box(5, 5, 25, 25), Box(35, 5, 55, 25)), layers));

        Assert.Equal(StudyAreaSource.PlanningUnits, fabric.Ledger.Source);
        Assert.Equal(3600, fabric.Ledger.StudyAreaM2, 9);
    }

    [Fact]
    public void Holes_of_the_urban_development_boundary_are_outside_the_study_area()
    {
        var layers = new Dictionary<string, Zones>
        {
            [LayerNames.Udb] = ZonesOf(Polygons([Box(0, 0, 60, 60)[0], [40, 40, 50, 40, 50, 50, 40, 50]])),
        };

        var fabric = Checked(With(Polygons(Box(5, 5, 25, 25), Box(35, 35, 55, 55)), layers));

        Assert.Equal(StudyAreaSource.Udb, fabric.Ledger.Source);
        Assert.Equal(3500, fabric.Ledger.StudyAreaM2, 9);
        Assert.Equal(100, fabric.Ledger.ParcelsOutsideM2, 9);
    }

    [Fact]
    public void A_parcel_narrower_than_the_tolerance_is_listed_as_unusable_and_its_land_as_lost()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20), Box(30, 0, 30.05, 20), [], Box(100, 0, 110, 10))));

        Assert.Equal(
            [new UnusableShape(1, UnusableReason.SnappedAway), new UnusableShape(2, UnusableReason.NoShape)], fabric.UnusableShapes);
        Assert.Equal(1, fabric.LostM2[1], 9);
    }

    [Fact]
    public void Plane_and_ellipsoid_agree_on_the_study_area()
    {
        var fabric = Checked(Of(Polygons(Box(0, 0, 30, 20)), Polygons(Box(-4000, -3000, 5000, 6000))));

        Assert.InRange(fabric.Ledger.PlaneError, -1e-6, 1e-6);
    }

    internal static LandFabric Checked(City city)
    {
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        FabricInvariants.Check(fabric, city);
        return fabric;
    }

    internal static int[] Faces(LandFabric fabric, FaceKind kind) =>
        [.. Enumerable.Range(0, fabric.FaceCount).Where(face => fabric.FaceKinds[face] == kind)];

    internal static int[] Sides(LandFabric fabric, int face) =>
        fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]].ToArray();

    internal static int[] FacesOf(LandFabric fabric, int row) =>
        fabric.ParcelFaces[fabric.ParcelFaceStart[row]..fabric.ParcelFaceStart[row + 1]].ToArray();

    private static double SharedLengthM(LandFabric fabric, int a, int b) =>
        Enumerable.Range(0, fabric.HalfEdgeCount)
            .Where(h => fabric.ParcelLeftOf(h) == a && fabric.ParcelLeftOf(h ^ 1) == b)
            .Sum(fabric.LengthOf) / Metre;
}
