using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Land no surveyor would draw: triangles thrown on top of each other, some of them millimetres wide.</summary>
public class TangledLandTests
{
    private static readonly Gen<int[]> Triangle = Gen.Int[-60, 60].Array[6];

    // The unit decides what is near: at 1 everything lies within the tolerance, at 400 neighbours do, at 50,000 nothing does.
    private static readonly Gen<(int Unit, int[][] Land, int[][] Water)> Tangle =
        Gen.Select(Gen.Int[0, 4].Select(i => new[] { 1, 40, 400, 5_000, 50_000 }[i]), Triangle.Array[1, 14], Triangle.Array[0, 3]);

    [Fact]
    public void However_land_is_thrown_together_the_fabric_is_a_partition_that_balances() =>
        Tangle.Sample(
            tangle =>
            {
                var city = FabricCity.Of(Polygons(tangle.Land, tangle.Unit), water: Polygons(tangle.Water, tangle.Unit));
                FabricInvariants.Check(LandFabric.Of(city, FabricOptions.Default), city);
            },
            iter: 800);

    [Fact]
    public void An_edge_of_the_study_area_through_anything_is_noded_and_balances() =>
        Gen.Select(Tangle, Triangle).Sample(
            (tangle, study) =>
            {
                var city = FabricCity.Of(
                    Polygons(tangle.Land, tangle.Unit), Polygons([study], tangle.Unit), Polygons(tangle.Water, tangle.Unit));
                FabricInvariants.Check(LandFabric.Of(city, FabricOptions.Default), city);
            },
            iter: 800);

    [Fact]
    public void Without_tolerance_covered_land_equals_the_union_of_the_triangles() =>
        Triangle.Array[1, 10].Sample(
            land =>
            {
                var shapes = Polygons(land, 50_000);
                var fabric = LandFabric.Of(FabricCity.Of(shapes), new FabricOptions(SnapToleranceM: 0));
                var union = NtsUnion.AreaOf(shapes);
                var covered = Enumerable.Range(1, fabric.FaceCount - 1)
                    .Where(face => fabric.FaceParcel[face] >= 0).Sum(face => (double)fabric.TwiceArea[face]) / 2;
                Assert.Equal(union, covered, (union * 1e-9) + 1e8);
            },
            iter: 300);

    private static PolygonColumns Polygons(int[][] triangles, int unit)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var triangle in triangles)
        {
            builder.Ring(
                [triangle[0] * unit, triangle[2] * unit, triangle[4] * unit],
                [triangle[1] * unit, triangle[3] * unit, triangle[5] * unit],
                isHole: false).EndFeature();
        }

        return builder.ToColumns();
    }
}
