using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Looks for the most compact group of parcels of about the same net area: takes in or leaves out one parcel at a time, always the
/// one that helps most, as long as any helps. The same answer for the same land: ties go to the smaller row.
/// </summary>
internal sealed class GroupSearch(Surroundings around, FabricGroup group, long twiceNet)
{
    private const double AreaLeeway = 0.1;
    private const int MostSteps = 1_000;
    private const double LeastGain = 1e-9;

    private readonly Dictionary<int, GroupSums> _changes = [];
    private readonly HashSet<int> _candidates = [];
    private readonly List<int> _shut = [];
    private readonly List<(double Quotient, int Parcel)> _steps = [];

    private ContiguityGraph Graph => around.Graph;

    /// <summary>The best quotient found; at least that of the start where it is in one piece and of the right size.</summary>
    public double Climb()
    {
        for (var step = 0; step < MostSteps && TakeBestStep(); step++)
        {
        }

        return IsOfTheSize(group.Sums.TwiceNet) && group.IsOnePiece() ? group.Sums.PolsbyPopper : 0;
    }

    private bool TakeBestStep()
    {
        // Of another size than asked for, any step towards it is one to take, the most compact first.
        var now = IsOfTheSize(group.Sums.TwiceNet) ? group.Sums.PolsbyPopper : 0;
        _steps.Clear();
        foreach (var parcel in Candidates())
        {
            if (!_changes.TryGetValue(parcel, out var change))
            {
                _changes[parcel] = change = group.ChangeOf(parcel);
            }

            var after = group.Sums + change;
            if (after.PolsbyPopper > now + LeastGain && (IsOfTheSize(after.TwiceNet) || (now == 0 && IsNearer(after.TwiceNet))))
            {
                _steps.Add((after.PolsbyPopper, parcel));
            }
        }

        _steps.Sort((a, b) => a.Quotient != b.Quotient ? b.Quotient.CompareTo(a.Quotient) : a.Parcel.CompareTo(b.Parcel));
        foreach (var (_, parcel) in _steps)
        {
            if (Take(parcel))
            {
                return true;
            }
        }

        return false;
    }

    private bool Take(int parcel)
    {
        var moved = group.Toggle(parcel);
        if (!group.IsOnePiece())
        {
            group.Toggle(parcel);
            return false;
        }

        Forget(parcel, moved);
        return true;
    }

    private HashSet<int> Candidates()
    {
        _candidates.Clear();
        foreach (var parcel in group.Parcels)
        {
            _candidates.Add(parcel);
            for (var i = Graph.NeighbourStart[parcel]; i < Graph.NeighbourStart[parcel + 1]; i++)
            {
                var other = Graph.Neighbours[i];
                if (!group.Has(other) && _candidates.Add(other) && !IsOpenToAll(other))
                {
                    _shut.Add(other);
                }
            }
        }

        _candidates.ExceptWith(_shut);
        _shut.Clear();
        return _candidates;
    }

    // An area does not cross a barrier, so a parcel behind one of a member's is no candidate.
    private bool IsOpenToAll(int parcel)
    {
        for (var i = Graph.NeighbourStart[parcel]; i < Graph.NeighbourStart[parcel + 1]; i++)
        {
            if (group.Has(Graph.Neighbours[i]) && !Graph.IsOpen(Graph.NeighbourPairs[i]))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsOfTheSize(long net) => Math.Abs(net - twiceNet) <= AreaLeeway * twiceNet;

    private bool IsNearer(long net) => Math.Abs(net - twiceNet) < Math.Abs(group.Sums.TwiceNet - twiceNet);

    // What a parcel would change depends on the faces beside its own and on the sides of its streets.
    private void Forget(int parcel, IReadOnlyList<int> moved)
    {
        _changes.Remove(parcel);
        foreach (var face in moved)
        {
            ForgetSides(face);
            foreach (var ring in around.Fabric.FaceRings[around.Fabric.FaceRingStart[face]..around.Fabric.FaceRingStart[face + 1]])
            {
                var h = ring;
                do
                {
                    ForgetSides(around.Fabric.Face[h ^ 1]);
                    h = around.Fabric.Next[h];
                }
                while (h != ring);
            }
        }

        foreach (var strip in around.StripsOf(parcel))
        {
            ForgetSides(strip);
        }
    }

    private void ForgetSides(int face)
    {
        _changes.Remove(around.Fabric.FaceParcel[face]);
        foreach (var side in around.Fabric.SideParcels[around.Fabric.SideStart[face]..around.Fabric.SideStart[face + 1]])
        {
            _changes.Remove(side);
        }
    }
}
