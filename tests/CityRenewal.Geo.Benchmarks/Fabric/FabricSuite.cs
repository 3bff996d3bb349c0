using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Samples;

namespace CityRenewal.Geo.Benchmarks.Fabric;

/// <summary>The land fabric of a sample city and outlines of groups of its parcels, beside noding and dissolving elsewhere.</summary>
public sealed class FabricSuite : IBenchmarkSuite
{
    // Noding all borders in one piece takes the peers minutes beyond these sizes.
    private const int MostParcelsForNts = 100_000;
    private const int MostParcelsForPostGis = 10_000;
    private const int ParcelsPerGroup = 385;

    public string Name => "fabric";

    void IBenchmarkSuite.Run(TrialBook book, int parcels)
    {
        const string Joining = "land fabric: snap, node, faces, street strips, ledger";
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions()).City;
        LandFabric? fabric = null;
        book.Ours(Name, Joining, parcels, city.Parcels.Count, () => fabric = LandFabric.Of(city, new FabricOptions { Threads = 2 }));
        Console.Error.WriteLine(
            $"  {fabric!.FaceCount:N0} faces, {fabric.HalfEdgeCount:N0} half-edges, residual {fabric.Ledger.TwiceResidual}");
        if (book.HasPeers && parcels <= MostParcelsForNts)
        {
            book.Peer(
                Name, Joining, "NetTopologySuite 2.6", parcels, city.Parcels.Count, () => NtsNoding.FacesOf(city.Parcels.Shapes, 1000), runs: 1,
                note: "SnappingNoder and Polygonizer: noded faces only, no strips, no ledger; one thread, one run");
        }

        if (book.PostGis is { } connection && parcels <= MostParcelsForPostGis)
        {
            using var peer = new PostGisFaces(connection, city.Parcels.Shapes, city.Plane.GridSize);
            book.Peer(
                Name, Joining, "PostGIS 3.3", parcels, city.Parcels.Count, () => peer.CountFaces(), runs: 1,
                note: "ST_Node and ST_Polygonize of all borders snapped to 0.1 m: faces only, no strips, no ledger; one run");
        }

        MeasureOutlines(book, parcels, fabric);
    }

    // Rows lie along a Hilbert curve, so that consecutive parcels are neighbours.
    private void MeasureOutlines(TrialBook book, int parcels, LandFabric fabric)
    {
        const string Dissolving = "outlines of groups of parcels";
        var groups = new List<IReadOnlyList<int>>();
        for (var first = 0; first < fabric.ParcelCount; first += ParcelsPerGroup)
        {
            int start = fabric.ParcelFaceStart[first], end = fabric.ParcelFaceStart[Math.Min(first + ParcelsPerGroup, fabric.ParcelCount)];
            groups.Add(fabric.ParcelFaces[start..end].ToArray());
        }

        book.Ours(Name, Dissolving, parcels, groups.Count, () => Outlines.Of(fabric, groups), $"{groups.Count:N0} groups of {ParcelsPerGroup} parcels");
        if (!book.HasPeers)
        {
            return;
        }

        var shapes = NtsNoding.PolygonsOf(fabric, groups);
        book.Peer(
            Name, Dissolving, "NetTopologySuite 2.6", parcels, groups.Count, () => NtsNoding.CoverageUnions(shapes), runs: 1,
            note: "CoverageUnion of the fabric's own noded faces; one thread, one run");
    }
}
