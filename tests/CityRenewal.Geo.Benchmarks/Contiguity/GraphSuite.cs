using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Contiguity;

/// <summary>Who touches whom, read off the land fabric of a sample city, beside PostGIS's rook neighbours with lengths.</summary>
public sealed class GraphSuite : IBenchmarkSuite
{
    public string Name => "graph";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions()).City;
        var fabric = LandFabric.Of(city, FabricOptions.Default);
        ContiguityGraph? graph = null;
        book.Ours(
            Name, "contiguity graph from the land fabric: shared, facing, barriers", parcels, city.Parcels.Count,
            () => graph = ContiguityGraph.Of(fabric, city.Barriers, GraphOptions.Default));
        Console.Error.WriteLine(
            $"  {graph!.PairCount:N0} pairs, {graph.SharedLength.ToArray().Count(length => length > 0):N0} of them share a border");
        if (book.PostGis is { } connection)
        {
            using var peer = new PostGisRook(connection, city.Parcels.Shapes, city.Plane.GridSize);
            book.Peer(
                Name, "contiguity graph from the land fabric: shared, facing, barriers", "PostGIS 3.3 rook", parcels, city.Parcels.Count,
                () => Console.Error.WriteLine($"  PostGIS finds {peer.Run():N0} pairs that share a border"), runs: 1,
                note: "shared lengths only, indexed, two parallel workers allowed; one run");
        }
    }
}
