using System.Collections.Immutable;
using CityRenewal.Geo.Contiguity;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Fabric;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Editing;

/// <summary>
/// The grounds of a session: that of the city as delivered, and those with split parcels. What a split changes is measured as
/// on any parcel, by <see cref="LandPatch"/>; the last grounds are kept for undo and redo.
/// </summary>
internal sealed class GroundShelf(EditGround first)
{
    private const int Kept = 3;

    private readonly List<(ImmutableList<ParcelCut> Cuts, EditGround Ground)> _kept = [];
    private readonly LandPatch _patch = new(first.City, first.Plan.Fabric, first.Plan.Options);

    /// <summary>The ground of a list of cuts.</summary>
    public EditGround For(ImmutableList<ParcelCut> cuts, CancellationToken cancel)
    {
        if (cuts.IsEmpty)
        {
            return first;
        }

        var at = _kept.FindIndex(kept => kept.Cuts.SequenceEqual(cuts));
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

    // The ground before the last cut is at hand as a rule: a planner splits what he sees.
    private EditGround Make(ImmutableList<ParcelCut> cuts, CancellationToken cancel)
    {
        var before = For(cuts.RemoveAt(cuts.Count - 1), cancel);
        var land = _patch.Of(before.Plan, cuts[^1], cancel);
        return land.Changed is null ? GroundOf(land, first, cuts, cancel) : before.After(land, LocksAfter(first, cuts, land.City), cuts[^1].Id, cancel);
    }

    /// <summary>Begins to make ready what the first split would wait for, while the planner looks at the plan.</summary>
    public void BeginToMakeReady() => _ = Task.Run(_patch.MakeReady);

    /// <summary>Whether a ground is at hand, by its key.</summary>
    public bool Holds(object key) => first.Key == key || _kept.Exists(kept => kept.Ground.Key == key);

    /// <summary>The ground of a list of cuts, with everything read anew from the layers.</summary>
    public static EditGround Whole(EditGround first, ImmutableList<ParcelCut> cuts, CancellationToken cancel = default) =>
        GroundOf(LandPatch.Whole(cuts.Aggregate(first.City, SplitCity.Of), first.Plan.Options, cancel), first, cuts, cancel);

    private static EditGround GroundOf(LandRead land, EditGround first, ImmutableList<ParcelCut> cuts, CancellationToken cancel)
    {
        var options = first.Plan.Options with { LockedIn = [], LockedOut = [] };
        return EditGround.Of(
            new ProposalGround(land.City, land.Fabric, land.Graph, land.Facts, options) { Locks = LocksAfter(first, cuts, land.City) }, first.Book?.Ground.Pack, cancel);
    }

    // Locks by id may name a parcel that is split: its parts carry the lock of its row.
    private static Land.ParcelLock[] LocksAfter(EditGround first, ImmutableList<ParcelCut> cuts, Land.City city)
    {
        var locks = new Land.ParcelLock[city.Parcels.Count];
        first.Plan.Locks.CopyTo(locks, 0);
        var row = first.Plan.Locks.Length;
        foreach (var cut in cuts)
        {
            for (var part = 1; part < cut.Parts.Count; part++)
            {
                locks[row++] = locks[cut.Row];
            }
        }

        return locks;
    }
}
