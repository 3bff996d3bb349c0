using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Tests.Fabric;
using CsCheck;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CityRenewal.Geo.Tests.Contiguity;

public class GraphPropertyTests
{
    private static readonly GridTown Crooked = new(4, 4, 6);

    [Fact]
    public void A_parcels_lengths_never_add_up_to_more_than_its_perimeter() =>
        Gen.Int[1, 50].Sample(seed =>
        {
            var fabric = FabricOf(Crooked with { Seed = seed });
            var graph = ContiguityGraph.Of(fabric, Barriers.Empty, GraphOptions.Default);
            return Enumerable.Range(0, graph.ParcelCount).All(parcel => SumOf(graph, parcel) <= PerimeterOf(fabric, parcel) + 1e-6);
        }, iter: 12);

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        // More than one chunk of parcels, so that there is something to share out.
        var fabric = FabricOf(new GridTown(25, 25, 8));
        var barriers = Pairs.Lines(("river", [-900, -1500, 30, 0, 700, 1500]), ("railway", [-3000, 4, 3000, -6]));
        var graphs = new[] { 1, 2, 5 }
            .Select(threads => ContiguityGraph.Of(fabric, barriers, GraphOptions.Default with { Threads = threads }))
            .Select(graph => string.Join('\n', Pairs.Lines(graph)))
            .ToList();
        Assert.Contains("river", graphs[0]);
        Assert.All(graphs, graph => Assert.Equal(graphs[0], graph));
    }

    [Fact]
    public void The_order_of_the_input_changes_nothing_but_the_numbers_of_the_rows()
    {
        var parcels = (Crooked with { NoisyShare = 0 }).Parcels();
        int[] order = [.. Enumerable.Range(0, parcels.Count).OrderBy(i => (i * 7919L) % 1009).ThenBy(i => i)];
        var straight = RowsOf(parcels, [.. Enumerable.Range(0, parcels.Count)]);
        Assert.Equal(straight, RowsOf(Picked(parcels, order), order));
    }

    [Fact]
    public void On_a_clean_coverage_shared_lengths_are_those_of_the_general_tool()
    {
        var town = Crooked with { NoisyShare = 0, OneSidedShare = 0 };
        var fabric = FabricOf(town);
        var graph = ContiguityGraph.Of(fabric, Barriers.Empty, GraphOptions.Default);
        var ours = Enumerable.Range(0, graph.PairCount).Where(pair => graph.SharedLength[pair] > 0)
            .ToDictionary(pair => (graph.A[pair], graph.B[pair]), pair => graph.SharedLength[pair]);
        var theirs = RookOf(town.Parcels());
        Assert.Equal(theirs.Keys.Order(), ours.Keys.Order());
        // Within the rounding of two floors: a grid unit.
        Assert.All(theirs, pair => Assert.InRange(pair.Value - ours[pair.Key], -1e-6, 1 + 1e-6));
    }

    [Fact]
    public void A_cancelled_graph_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => ContiguityGraph.Of(FabricOf(Crooked), Barriers.Empty, GraphOptions.Default, null, source.Token));
    }

    [Fact]
    public void A_city_without_parcels_has_an_empty_graph() =>
        Assert.Equal(0, Pairs.Graph(PolygonColumns.Empty).PairCount);

    private static LandFabric FabricOf(GridTown town) => LandFabric.Of(FabricCity.Of(town.Parcels()), FabricOptions.Default);

    private static double SumOf(ContiguityGraph graph, int parcel) =>
        Enumerable.Range(graph.NeighbourStart[parcel], graph.NeighbourStart[parcel + 1] - graph.NeighbourStart[parcel])
            .Select(i => graph.NeighbourPairs[i])
            .Sum(pair => (double)graph.SharedLength[pair] + graph.FacingLength[pair]);

    private static double PerimeterOf(LandFabric fabric, int parcel) =>
        Enumerable.Range(0, fabric.HalfEdgeCount)
            .Where(h => fabric.ParcelLeftOf(h) == parcel && fabric.ParcelLeftOf(h ^ 1) != parcel)
            .Sum(fabric.LengthOf);

    private static string[] RowsOf(PolygonColumns parcels, int[] names)
    {
        var ids = names.Select(name => $"P{name:D7}").ToArray();
        var graph = ContiguityGraph.Of(LandFabric.Of(FabricCity.Of(parcels, ids: ids), FabricOptions.Default), Barriers.Empty, GraphOptions.Default);
        return
        [
            .. Enumerable.Range(0, graph.PairCount)
                .Select(pair => (A: names[graph.A[pair]], B: names[graph.B[pair]], Shared: graph.SharedLength[pair], Facing: graph.FacingLength[pair]))
                .Select(row => $"{Math.Min(row.A, row.B)}-{Math.Max(row.A, row.B)} {row.Shared} {row.Facing}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static PolygonColumns Picked(PolygonColumns parcels, int[] order)
    {
        var builder = new PolygonColumnsBuilder();
        foreach (var parcel in order)
        {
            int start = parcels.VertexStart(parcel), end = parcels.VertexEnd(parcel);
            builder.Ring(parcels.X[start..end], parcels.Y[start..end], isHole: false).EndFeature();
        }

        return builder.ToColumns();
    }

    // Rook neighbours as most people compute them: intersect the boundaries of all pairs that an index finds.
    private static Dictionary<(int, int), double> RookOf(PolygonColumns parcels)
    {
        var polygons = Enumerable.Range(0, parcels.Count).Select(parcel => new Polygon(new LinearRing(
        [
            .. Enumerable.Range(parcels.VertexStart(parcel), parcels.VertexEnd(parcel) - parcels.VertexStart(parcel))
                .Select(i => new Coordinate(parcels.X[i], parcels.Y[i])),
        ]))).ToArray();
        var index = new STRtree<int>();
        for (var i = 0; i < polygons.Length; i++)
        {
            index.Insert(polygons[i].EnvelopeInternal, i);
        }

        var pairs = new Dictionary<(int, int), double>();
        for (var i = 0; i < polygons.Length; i++)
        {
            foreach (var j in index.Query(polygons[i].EnvelopeInternal).Where(j => j > i))
            {
                var length = polygons[i].Boundary.Intersection(polygons[j].Boundary).Length;
                if (length > 0.5 * GridTown.Metre)
                {
                    pairs[(i, j)] = length;
                }
            }
        }

        return pairs;
    }
}
