using CityRenewal.Geo.Fabric;
using static CityRenewal.Geo.Tests.Fabric.FabricCity;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Small towns made by hand, each with one thing to see.</summary>
public class TownTests
{
    [Fact]
    public void Two_parcels_and_the_street_between_them_make_one_strip_with_two_sides()
    {
        var city = Of(Polygons(Box(0, 0, 30, 20), Box(0, 32, 30, 52)), Polygons(Box(0, 0, 30, 52)));

        var fabric = LandFabric.Of(city, FabricOptions.Default);

        FabricInvariants.Check(fabric, city);
        Assert.Equal(1560, fabric.Ledger.StudyAreaM2, 9);
        Assert.Equal(360, fabric.Ledger.StreetsM2, 9);
        var strip = Assert.Single(Faces(fabric, FaceKind.Street));
        Assert.Equal([0, 1], Sides(fabric, strip));
        Assert.Equal(12, fabric.StripWidthM[strip], 1e-4);
    }

    [Fact]
    public void Without_any_boundary_the_study_area_is_assumed_to_be_the_parcels_and_narrow_gaps()
    {
        var city = Of(Polygons(Box(0, 0, 30, 20), Box(0, 32, 30, 52), Box(0, 100, 30, 120)));

        var fabric = LandFabric.Of(city, FabricOptions.Default);

        FabricInvariants.Check(fabric, city);
        Assert.Equal(StudyAreaSource.Assumed, fabric.Ledger.Source);
        Assert.Equal(1560 + 600, fabric.Ledger.StudyAreaM2, 9);
        Assert.Equal([0, 1], Sides(fabric, Assert.Single(Faces(fabric, FaceKind.Street))));
    }

    internal static int[] Faces(LandFabric fabric, FaceKind kind) =>
        [.. Enumerable.Range(0, fabric.FaceCount).Where(face => fabric.FaceKinds[face] == kind)];

    internal static int[] Sides(LandFabric fabric, int face) =>
        fabric.SideParcels[fabric.SideStart[face]..fabric.SideStart[face + 1]].ToArray();
}
