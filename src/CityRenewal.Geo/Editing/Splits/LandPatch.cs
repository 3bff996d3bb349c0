using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// What lies where after a split: only what the split reaches is read again, with the very stages that read a city. Where it
/// reaches too far for that, the whole city is read.
/// </summary>
internal sealed class LandPatch(City city, LandFabric fabric, ProposalOptions options)
{
    private readonly Lazy<OverlayGrids> _grids = new(() => GridsOf(city, options));
    private readonly Lazy<BarrierPieces> _barriers = new(() => GraphAssembly.PiecesOf(
        city.Barriers, fabric, new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1 }));

    /// <summary>Makes ready what the first split would wait for.</summary>
    public void MakeReady()
    {
        _ = _grids.Value;
        _ = _barriers.Value;
    }

    /// <summary>The city with a parcel split, and what lies on it.</summary>
    public LandRead Of(ProposalGround before, ParcelCut cut, CancellationToken cancel)
    {
        var now = SplitCity.Of(before.City, cut);
        int[] parts = [cut.Row, .. Enumerable.Range(before.City.Parcels.Count, cut.Parts.Count - 1)];
        if (FabricPatch.Of((before.City, before.Fabric, before.Facts.Lots.Boxes), now, cut.Row, cancel) is not { } patched)
        {
            return Whole(now, options, cancel);
        }

        cancel.ThrowIfCancellationRequested();
        if (FactsPatch.Of(before.Facts, now, parts, _grids.Value) is not { } facts)
        {
            return Whole(now, options, cancel);
        }

        var (boxes, limits) = (facts.Facts.Lots.Boxes, LimitsOf(options));
        var graph = GraphPatch.Of(before.Graph, patched, boxes, _barriers.Value, limits);
        int[] rows = [.. GraphPatch.Looking(patched, boxes, limits).Union(facts.Rows).Order()];
        return new LandRead(now, patched.Fabric, graph, facts.Facts, new LandChange(patched.Changed, parts, rows, patched.Faces));
    }

    /// <summary>The same of a whole city.</summary>
    public static LandRead Whole(City city, ProposalOptions options, CancellationToken cancel)
    {
        var fabric = LandFabric.Of(city, new FabricOptions { Threads = options.Threads }, cancel: cancel);
        var graph = ContiguityGraph.Of(fabric, city.Barriers, LimitsOf(options), cancel: cancel);
        return new LandRead(city, fabric, graph, FactsOf(city, options, cancel), null);
    }

    private static OverlayGrids GridsOf(City city, ProposalOptions options)
    {
        var grids = new OverlayGrids(city, new OverlayOptions { Threads = options.Threads });
        grids.MakeReady(CancellationToken.None);
        return grids;
    }

    private static ParcelFacts FactsOf(City city, ProposalOptions options, CancellationToken cancel) =>
        ParcelFacts.Of(city, new OverlayOptions { Threads = options.Threads }, cancel: cancel);

    private static GraphOptions LimitsOf(ProposalOptions options) =>
        new(options.StreetWidth, options.MinimumContact) { Threads = options.Threads };
}
