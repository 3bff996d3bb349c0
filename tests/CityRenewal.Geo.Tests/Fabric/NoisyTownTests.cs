using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Fabric;

/// <summary>Whole towns with noise: what must hold whatever the noise is.</summary>
public class NoisyTownTests
{
    [Fact]
    public void Any_noisy_town_balances_to_zero() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 40_000], Gen.Bool).Sample(
            (seed, noise, isGiven) =>
            {
                var town = new GridTown(3, 2, 3, seed) { NoisyShare = 0.6, OneSidedShare = 0.3, NoiseUnits = noise };
                var city = CityOf(town, isGiven);
                FabricInvariants.Check(LandFabric.Of(city, FabricOptions.Default), city);
            },
            iter: 60);

    [Fact]
    public void Centimetre_noise_leaves_neither_gaps_nor_overlaps()
    {
        var city = CityOf(new GridTown(4, 4, 5) { NoisyShare = 0.5, OneSidedShare = 0.2 }, isGiven: true);

        var fabric = LandFabric.Of(city, FabricOptions.Default);

        FabricInvariants.Check(fabric, city);
        Assert.Equal(0, fabric.Ledger.OverlapsM2);
        Assert.Equal(0, fabric.Ledger.VoidsM2);
        Assert.Empty(fabric.UnusableShapes);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var city = CityOf(new GridTown(20, 10, 5) { NoisyShare = 0.3 }, isGiven: true);

        var one = Bytes(LandFabric.Of(city, new FabricOptions { Threads = 1 }));

        Assert.Equal(one, Bytes(LandFabric.Of(city, new FabricOptions { Threads = 2 })));
        Assert.Equal(one, Bytes(LandFabric.Of(city, new FabricOptions { Threads = 7 })));
    }

    [Fact]
    public void The_order_of_parcels_changes_no_vertex_and_no_border()
    {
        var parcels = new GridTown(3, 3, 4) { NoisyShare = 0.5, OneSidedShare = 0.2, NoiseUnits = 3000 }.Parcels();
        var turned = Reversed(parcels);

        var first = LandFabric.Of(FabricCity.Of(parcels), FabricOptions.Default);
        var second = LandFabric.Of(FabricCity.Of(turned), FabricOptions.Default);

        Assert.Equal(first.VertexX.ToArray(), second.VertexX.ToArray());
        Assert.Equal(first.VertexY.ToArray(), second.VertexY.ToArray());
        Assert.Equal(first.Ledger, second.Ledger with { GainedM2 = first.Ledger.GainedM2, LostM2 = first.Ledger.LostM2 });
        Assert.Equal(first.Ledger.GainedM2, second.Ledger.GainedM2, 1e-9);
    }

    [Fact]
    public void A_cancelled_fabric_stops()
    {
        var city = CityOf(new GridTown(3, 3, 4), isGiven: true);

        Assert.ThrowsAny<OperationCanceledException>(
            () => LandFabric.Of(city, FabricOptions.Default, null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void A_vertex_astray_at_the_other_end_of_the_country_costs_nothing()
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var (x, y) in ((int, int)[])[(0, 0), (200_000, 0), (2_000_000_000, -2_000_000_000)])
        {
            builder.Ring([x, x + 200_000, x + 200_000, x], [y, y, y + 200_000, y + 200_000], isHole: false).EndFeature();
        }

        var city = FabricCity.Of(builder.ToColumns());
        var fabric = LandFabric.Of(city, FabricOptions.Default);

        Assert.Equal(1200, fabric.Ledger.ParcelsM2, 9);
        Assert.Equal(Int128.Zero, fabric.Ledger.TwiceResidual);
    }

    [Fact]
    public void A_city_without_usable_parcels_has_a_fabric_of_one_face()
    {
        var fabric = LandFabric.Of(FabricCity.Of(PolygonColumns.Empty), FabricOptions.Default);

        Assert.Equal(1, fabric.FaceCount);
        Assert.Equal(0, fabric.Ledger.StudyAreaM2);
    }

    internal static City CityOf(GridTown town, bool isGiven)
    {
        var parcels = town.Parcels();
        if (!isGiven)
        {
            return FabricCity.Of(parcels);
        }

        var box = GridBox.Of(parcels.X, parcels.Y);
        const int Margin = 7 * GridTown.Metre;
        var study = new PolygonColumnsBuilder().Ring(
            [box.MinX - Margin, box.MaxX - 333, box.MaxX - 333, box.MinX - Margin],
            [box.MinY - Margin, box.MinY - Margin, box.MaxY + Margin, box.MaxY + Margin],
            isHole: false).EndFeature().ToColumns();
        return FabricCity.Of(parcels, study);
    }

    private static PolygonColumns Reversed(PolygonColumns parcels)
    {
        var builder = new PolygonColumnsBuilder();
        for (var row = parcels.Count - 1; row >= 0; row--)
        {
            int start = parcels.VertexStart(row), end = parcels.VertexEnd(row) - 1;

            // Another start vertex too.
            int[] x = [.. parcels.X[(start + 1)..end], parcels.X[start]], y = [.. parcels.Y[(start + 1)..end], parcels.Y[start]];
            builder.Ring(x, y, isHole: false).EndFeature();
        }

        return builder.ToColumns();
    }

    private static string Bytes(LandFabric fabric) => string.Join(
        "|",
        string.Join(",", fabric.VertexX.ToArray()),
        string.Join(",", fabric.VertexY.ToArray()),
        string.Join(",", fabric.Origin.ToArray()),
        string.Join(",", fabric.Next.ToArray()),
        string.Join(",", fabric.Face.ToArray()),
        string.Join(",", fabric.FaceKinds.ToArray()),
        string.Join(",", fabric.TwiceArea.ToArray()),
        string.Join(",", fabric.SideStart.ToArray()),
        string.Join(",", fabric.SideParcels.ToArray()),
        string.Join(",", fabric.StripWidthM.ToArray()),
        string.Join(",", fabric.ParcelFaces.ToArray()),
        string.Join(",", fabric.GainedM2.ToArray()),
        string.Join(",", fabric.LostM2.ToArray()),
        fabric.Ledger);
}
