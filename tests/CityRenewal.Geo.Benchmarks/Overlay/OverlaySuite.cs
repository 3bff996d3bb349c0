using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Overlay;

/// <summary>
/// Parcels against zones, buildings against parcels, and a whole city against everything. What a peer finds is compared
/// with what we find, feature by feature.
/// </summary>
public sealed class OverlaySuite : IBenchmarkSuite
{
    private const double CellUnits = 260_000;
    private const string Small = "parcels in a UDB of 10,000 vertices and two historic layers";
    private const string Large = "parcels in a UDB of 90,000 vertices";
    private const string Joined = "buildings joined to parcels by area, floor areas summed";

    private static readonly OverlayRun TwoThreads = new(GridTown.Plane, 2);

    public string Name => "overlay";

    public void Run(TrialBook book, int parcels)
    {
        var town = new GridTown(parcels);
        PolygonColumns[] small =
        [
            town.Boundary(10_000, 20),
            town.Zones(Math.Max(2, parcels / 8_000), 1_500_000, 11),
            town.Zones(Math.Max(2, parcels / 8_000), 2_500_000, 12),
        ];
        PolygonColumns[] large = [town.Boundary(90_000, 180)];
        var ofSmall = Ours(book, town, small, Small, parcels);
        var ofLarge = Ours(book, town, large, Large, parcels);
        Strips(book, town, large[0], parcels);
        var sums = OurJoin(book, town, parcels);
        if (book.HasPeers)
        {
            CompareNts(book, town, (small, ofSmall), (large, ofLarge), sums, parcels);
            ComparePostGis(book, town, (small, ofSmall), (large, ofLarge), sums, parcels);
        }

        WholeCity(book, parcels);
    }

    private double[][] Ours(TrialBook book, GridTown town, PolygonColumns[] layers, string operation, int parcels)
    {
        LayerColumn[] columns = [];
        book.Ours(
            Name, operation, parcels, town.Parcels.Count, () => columns = Overlaid(town.Parcels, layers),
            "boxes, areas and index build included");
        Console.Error.WriteLine($"  crossed by the UDB: {columns[0].Partly.Length:N0}");
        return [.. columns.Select(column => column.ToAreas())];
    }

    private static LayerColumn[] Overlaid(PolygonColumns parcels, PolygonColumns[] layers)
    {
        var measured = MeasuredFeatures.Of(parcels, TwoThreads);
        return [.. layers.Select(zones => LayerColumn.Of("zones", parcels, measured, AreaGrid.OfUnion(zones, CellUnits, TwoThreads), TwoThreads))];
    }

    private void Strips(TrialBook book, GridTown town, PolygonColumns udb, int parcels)
    {
        var measured = MeasuredFeatures.Of(town.Parcels, TwoThreads);
        var grid = AreaGrid.OfUnion(udb, CellUnits, TwoThreads);
        var column = LayerColumn.Of("udb", town.Parcels, measured, grid, TwoThreads);
        book.Ours(
            Name, "width of what sticks out of the UDB", parcels, column.Partly.Length,
            () => OutsideStrips.Of(column, town.Parcels, measured, grid, TwoThreads), "per parcel that the UDB crosses");
    }

    private double[] OurJoin(TrialBook book, GridTown town, int parcels)
    {
        var (lots, buildings) = (town.Lots(), town.Stock());
        BuildingSums sums = null!;
        book.Ours(
            Name, Joined, parcels, town.Buildings.Count,
            () =>
            {
                var footprints = MeasuredFeatures.Of(buildings.Shapes, TwoThreads);
                var measured = MeasuredFeatures.Of(lots.Shapes, TwoThreads);
                var shares = BuildingShares.Of(buildings, footprints, lots, measured, TwoThreads);
                sums = BuildingSums.Of(buildings, footprints, FloorAreas.Of(buildings, footprints.Areas), shares, TwoThreads);
            },
            "boxes, areas, index, both directions, and per parcel floor area with its interval, footprint and people included");
        var areas = new double[lots.Count];
        for (var parcel = 0; parcel < areas.Length; parcel++)
        {
            areas[parcel] = sums.FloorArea[parcel].Value;
        }

        return areas;
    }

    private void CompareNts(
        TrialBook book, GridTown town, (PolygonColumns[] Layers, double[][] Areas) small,
        (PolygonColumns[] Layers, double[][] Areas) large, double[] sums, int parcels)
    {
        const string Who = "NetTopologySuite 2.6";
        const string Note = "geometries made beforehand; tiles, STRtree, prepared, covers first, OverlayNG, 2 threads";
        var peer = new NtsPeer(town.Parcels);
        foreach (var (operation, (layers, areas)) in new[] { (Small, small), (Large, large) })
        {
            double[][] theirs = [];
            book.Peer(
                Name, operation, Who, parcels, town.Parcels.Count,
                () => theirs = [.. layers.Select(peer.AreasIn)], runs: 1, Note);
            AssertEqual(Who, operation, areas, [.. theirs.Select(SquareMetres)], 1e-6);
        }

        double[] shares = [];
        var buildings = new NtsPeer(town.Buildings);
        book.Peer(
            Name, Joined, Who, parcels, town.Buildings.Count, () => shares = buildings.FloorAreasBy(town.Parcels), runs: 1,
            "STRtree, prepared parcels, covers first, OverlayNG, 2 threads");
        AssertEqual(Who, Joined, [sums], [SquareMetres(shares)], 1e-6);
    }

    private void ComparePostGis(
        TrialBook book, GridTown town, (PolygonColumns[] Layers, double[][] Areas) small,
        (PolygonColumns[] Layers, double[][] Areas) large, double[] sums, int parcels)
    {
        if (book.PostGis is not { } connection)
        {
            Console.Error.WriteLine("  no PostGIS to compare with: CITYRENEWAL_TEST_POSTGIS is not set");
            return;
        }

        const string Who = "PostGIS 3.3";
        using var peer = new PostGisPeer(connection, "overlay_benchmark");
        peer.Load("parcel", town.Parcels);
        peer.Load("building", town.Buildings);
        foreach (var (operation, word, (layers, areas)) in new[] { (Small, "small", small), (Large, "large", large) })
        {
            var tables = layers.Select((_, i) => $"{word}{i}").ToArray();
            for (var i = 0; i < layers.Length; i++)
            {
                peer.Load(tables[i], layers[i]);
            }

            book.Peer(
                Name, operation, Who, parcels, town.Parcels.Count, () => Array.ForEach(tables, peer.OverlayParcels),
                runs: 1, "loaded and indexed beforehand; subdivided at 128, GiST, covered-by first, 2 parallel workers");
            AssertEqual(
                Who, operation, areas, [.. tables.Select(table => SquareMetres(peer.Result($"facts_{table}", town.Parcels.Count)))], 1e-6);
        }

        book.Peer(
            Name, Joined, Who, parcels, town.Buildings.Count, peer.JoinBuildings, runs: 1,
            "loaded and indexed beforehand; GiST, covered-by first, 2 parallel workers");
        AssertEqual(Who, Joined, [sums], [SquareMetres(peer.Result("joined", town.Parcels.Count))], 1e-6);
    }

    private void WholeCity(TrialBook book, int parcels)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels)), new AssemblyOptions()).City;
        book.Ours(
            Name, "every parcel and building of the sample city with every layer", parcels, parcels + city.Buildings.Count,
            () => ParcelFacts.Of(city, new OverlayOptions { Threads = 2 }),
            $"{city.ZoneLayers.Values.Sum(layer => layer.Count):N0} zones in {city.ZoneLayers.Count} layers; buildings joined, floor areas summed");
    }

    private static double[] SquareMetres(double[] units) => Array.ConvertAll(units, GridTown.Plane.SquareMetres);

    private static void AssertEqual(string who, string operation, double[][] ours, double[][] theirs, double tolerance)
    {
        double largest = 0;
        for (var layer = 0; layer < ours.Length; layer++)
        {
            for (var i = 0; i < ours[layer].Length; i++)
            {
                largest = Math.Max(largest, Math.Abs(ours[layer][i] - theirs[layer][i]));
            }
        }

        Console.Error.WriteLine($"  largest difference from {who}: {largest:G3}");
        if (!(largest <= tolerance))
        {
            throw new InvalidOperationException($"{operation}: {who} differs by {largest:G4}, more than {tolerance:G1}.");
        }
    }
}
