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
internal sealed class LandPatch(City city, ProposalOptions options)
{
    private readonly Lazy<OverlayGrids> _grids = new(() => GridsOf(city, options));
    private BarrierPieces? _barriers;

    /// <summary>Makes ready what the first split would wait for.</summary>
    public void MakeReady(CancellationToken cancel) => _grids.Value.MakeReady(cancel);

    /// <summary>The city with a parcel split, and what lies on it.</summary>
    public LandRead Of(ProposalGround before, ParcelCut cut, CancellationToken cancel)
    {
        var now = SplitCity.Of(before.City, cut);
        int[] parts = [cut.Row, .. Enumerable.Range(before.City.Parcels.Count, cut.Parts.Count - 1)];
        if (FabricPatch.Of((before.City, before.Fabric, before.Facts.Lots.Boxes), now, cut.Row, cancel) is not { } fabric)
        {
            return Whole(now, options, cancel);
        }

        cancel.ThrowIfCancellationRequested();
        if (FactsPatch.Of(before.Facts, now, parts, _grids.Value) is not { } facts)
        {
            return Whole(now, options, cancel);
        }

        var (boxes, limits) = (facts.Facts.Lots.Boxes, LimitsOf(options));
        _barriers ??= GraphAssembly.PiecesOf(now.Barriers, fabric.Fabric, new ParallelOptions { MaxDegreeOfParallelism = options.Threads > 0 ? options.Threads : -1 });
        var graph = GraphPatch.Of(before.Graph, fabric, boxes, _barriers, limits);
        int[] rows = [.. GraphPatch.Looking(fabric, boxes, limits).Union(facts.Rows).Order()];
        return new LandRead(now, fabric.Fabric, graph, facts.Facts, new LandChange(fabric.Changed, parts, rows, fabric.Faces));
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
