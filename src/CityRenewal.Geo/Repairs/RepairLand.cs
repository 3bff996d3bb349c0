using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Which land may change sides, and what comes along with it: parcels that a building stands on both of stay together, other
/// areas keep theirs, locks hold. A parcel without need is not taken in to make a share come out; one that a rule itself
/// names as missing is.
/// </summary>
internal sealed class RepairLand(EditSession session, EditedArea before)
{
    private readonly ProposalGround _plan = session.Ground.Checks;
    private readonly double _contact = (session.Ground.Plan.Options.MinimumContact * session.Ground.Plan.Graph.Plane.UnitsPerMetre) - 2;
    private readonly HashSet<int> _members = [.. before.Area.Parcels];
    private readonly bool _isUndivided =
        session.Ground.Plan.Options.Limits.UncrossedDivisions.Contains(LayerNames.PlanningUnits) && session.Ground.Plan.Facts.Unit.Length > 0;

    /// <summary>Whether a parcel is in the area as it is.</summary>
    public bool IsMember(int parcel) => _members.Contains(parcel);

    /// <summary>The land of a parcel, 0.0001 m².</summary>
    public long LandOf(int parcel) => ChangeCost.UnitsOf(_plan.NetAreas[parcel]);

    /// <summary>Whether a parcel may go out.</summary>
    public bool MayGo(int parcel) => _plan.Locks[parcel] != ParcelLock.In;

    /// <summary>Whether a parcel may come in.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="isNamed">Whether the rule names it as missing.</param>
    public bool MayCome(int parcel, bool isNamed) =>
        _plan.NetAreas[parcel] > 0 && session.OwnerOf(parcel) is null && _plan.Locks[parcel] != ParcelLock.Out
        && (isNamed || session.Ground.Need.Scores[parcel] >= _plan.Options.PaddingNeed)
        && (session.Ground.Book is not { } book || book.KeptOutBy(parcel) < 0)
        && (!_isUndivided || _plan.Facts.Unit[parcel] == before.Area.Unit);

    /// <summary>The parcels on which a building stands that stands on this one too, and their own; itself at least, ascending.</summary>
    public int[] Together(int parcel)
    {
        var found = new SortedSet<int> { parcel };
        var open = new Stack<int>([parcel]);
        while (open.TryPop(out var next))
        {
            foreach (var (building, part) in _plan.Facts.BuildingShares.BuildingsOf(next))
            {
                Join(building, part, found, open);
            }
        }

        return [.. found];
    }

    private void Join(int building, double part, SortedSet<int> found, Stack<int> open)
    {
        var least = SharedBuildings.LeastShare * _plan.Facts.Buildings.Footprint[building];
        if (part <= least)
        {
            return;
        }

        foreach (var (other, otherPart) in _plan.Facts.BuildingShares.ParcelsOf(building))
        {
            if (otherPart > least && _plan.NetAreas[other] > 0 && found.Add(other))
            {
                open.Push(other);
            }
        }
    }

    /// <summary>The parcels that may hang together with one: every contact that a check could accept, and no barrier between.</summary>
    public IEnumerable<int> Beside(int parcel)
    {
        var graph = _plan.Graph;
        for (var i = graph.NeighbourStart[parcel]; i < graph.NeighbourStart[parcel + 1]; i++)
        {
            var pair = graph.NeighbourPairs[i];
            var shared = graph.SharedLength[pair];
            if (_plan.Crossings.MayCross(pair) && ((shared > 0 && shared >= _contact) || graph.FacingLength[pair] > 0))
            {
                yield return graph.Neighbours[i];
            }
        }
    }

    /// <summary>The pieces that some parcels fall into, the largest land first, ties to the smaller row.</summary>
    public List<int[]> Pieces(IReadOnlyCollection<int> parcels)
    {
        var left = new HashSet<int>(parcels);
        var pieces = new List<int[]>();
        foreach (var start in parcels.Order())
        {
            if (left.Remove(start))
            {
                pieces.Add(PieceFrom(start, left));
            }
        }

        return [.. pieces.OrderByDescending(piece => piece.Sum(LandOf)).ThenBy(piece => piece[0])];
    }

    private int[] PieceFrom(int start, HashSet<int> left)
    {
        var piece = new List<int> { start };
        for (var at = 0; at < piece.Count; at++)
        {
            piece.AddRange(Beside(piece[at]).Where(left.Remove));
        }

        piece.Sort();
        return [.. piece];
    }

    /// <summary>What it costs to make the area one of these parcels, buildings kept aside.</summary>
    public ChangeCost CostOf(int[] parcels)
    {
        long land = 0;
        var count = 0;
        var stays = 0;
        foreach (var parcel in parcels)
        {
            if (_members.Contains(parcel))
            {
                stays++;
                land -= LandOf(parcel);
            }
            else
            {
                count++;
                land += LandOf(parcel);
            }
        }

        return new ChangeCost(land + _members.Sum(LandOf), count + _members.Count - stays, 0, 0);
    }
}
