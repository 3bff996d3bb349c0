using System.Collections.Immutable;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// The grounds of a session: that of the city as delivered, and those with split parcels. A split is read from the city's
/// layers anew, so that a part is measured as any parcel is; the last grounds are kept for undo and redo.
/// </summary>
internal sealed class GroundShelf(EditGround first)
{
    private const int Kept = 3;

    private readonly List<(ImmutableList<ParcelCut> Cuts, EditGround Ground)> _kept = [];

    /// <summary>The ground of a list of cuts.</summary>
    public EditGround For(ImmutableList<ParcelCut> cuts, CancellationToken cancel)
    {
        if (cuts.IsEmpty)
        {
            return first;
        }

        var at = _kept.FindIndex(kept => kept.Cuts == cuts);
        var ground = at >= 0 ? _kept[at].Ground : Make(cuts, cancel);
        if (at >= 0)
        {
            _kept.RemoveAt(at);
        }

        _kept.Add((cuts, ground));
        if (_kept.Count > Kept)
        {
            _kept.RemoveAt(0);
        }

        return ground;
    }

    private EditGround Make(ImmutableList<ParcelCut> cuts, CancellationToken cancel)
    {
        var options = first.Plan.Options;
        var city = cuts.Aggregate(first.City, SplitCity.Of);
        var facts = ParcelFacts.Of(city, new OverlayOptions { Threads = options.Threads }, cancel: cancel);
        var fabric = LandFabric.Of(city, new FabricOptions { Threads = options.Threads }, cancel: cancel);
        var graph = ContiguityGraph.Of(
            fabric, city.Barriers, new GraphOptions(options.StreetWidth, options.MinimumContact) { Threads = options.Threads }, cancel: cancel);

        // Locks by id may name a parcel that is split: its parts carry the lock of its row.
        var locks = first.Plan.Locks.Concat(new Land.ParcelLock[city.Parcels.Count - first.Plan.Locks.Length]).ToArray();
        var row = first.Plan.Locks.Length;
        foreach (var cut in cuts)
        {
            for (var part = 1; part < cut.Parts.Count; part++)
            {
                locks[row++] = locks[cut.Row];
            }
        }

        return EditGround.Of(
            new ProposalGround(city, fabric, graph, facts, options with { LockedIn = [], LockedOut = [] }) { Locks = locks }, first.Book?.Ground.Pack, cancel);
    }
}
