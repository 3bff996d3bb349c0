using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// A group of parcels with the streets between them, and the sums that its compactness needs, kept while parcels come and
/// go. A street is in when all its sides are. Lengths are whole eighths of a grid unit, so that sums do not depend on the order of moves.
/// </summary>
internal sealed class FabricGroup
{
    private const double UnitsPerGridUnit = 8;

    private readonly Surroundings _around;
    private readonly HashSet<int> _faces = [];
    private readonly HashSet<int> _moving = [];

    public FabricGroup(Surroundings around, IEnumerable<int> parcels)
    {
        _around = around;
        foreach (var parcel in parcels)
        {
            Toggle(parcel);
        }
    }

    /// <summary>Rows of the parcels.</summary>
    public HashSet<int> Parcels { get; } = [];

    /// <summary>Sums of the group.</summary>
    public GroupSums Sums { get; private set; }

    private LandFabric Fabric => _around.Fabric;

    /// <summary>What the group's sums change by if the parcel comes in, or goes where it is in.</summary>
    public GroupSums ChangeOf(int parcel)
    {
        _moving.Clear();
        long net = 0;
        foreach (var face in Fabric.ParcelFaces[Fabric.ParcelFaceStart[parcel]..Fabric.ParcelFaceStart[parcel + 1]])
        {
            if (Fabric.FaceParcel[face] == parcel)
            {
                _moving.Add(face);
                net += Fabric.TwiceArea[face];
            }
        }

        foreach (var strip in _around.StripsOf(parcel))
        {
            if (AreAllIn(Fabric.SideParcels[Fabric.SideStart[strip]..Fabric.SideStart[strip + 1]], parcel))
            {
                _moving.Add(strip);
            }
        }

        long area = 0, border = 0;
        foreach (var face in _moving)
        {
            area += Fabric.TwiceArea[face];
            border += BorderOf(face);
        }

        return Parcels.Contains(parcel) ? new GroupSums(-area, -net, -border) : new GroupSums(area, net, border);
    }

    /// <summary>Takes the parcel in, or out where it is in; gives the faces that came or went.</summary>
    public IReadOnlyCollection<int> Toggle(int parcel)
    {
        Sums += ChangeOf(parcel);
        if (Parcels.Remove(parcel))
        {
            _faces.ExceptWith(_moving);
        }
        else
        {
            Parcels.Add(parcel);
            _faces.UnionWith(_moving);
        }

        return _moving;
    }

    /// <summary>Whether the group is one piece: every face can be reached from every other across common borders.</summary>
    public bool IsOnePiece()
    {
        if (_faces.Count == 0)
        {
            return false;
        }

        var first = _faces.Min();
        var seen = new HashSet<int> { first };
        var open = new Stack<int>([first]);
        while (open.TryPop(out var face))
        {
            foreach (var ring in Fabric.FaceRings[Fabric.FaceRingStart[face]..Fabric.FaceRingStart[face + 1]])
            {
                var h = ring;
                do
                {
                    var other = Fabric.Face[h ^ 1];
                    if (_faces.Contains(other) && seen.Add(other))
                    {
                        open.Push(other);
                    }

                    h = Fabric.Next[h];
                }
                while (h != ring);
            }
        }

        return seen.Count == _faces.Count;
    }

    private bool AreAllIn(ReadOnlySpan<int> sides, int but)
    {
        foreach (var side in sides)
        {
            if (side != but && !Parcels.Contains(side))
            {
                return false;
            }
        }

        return true;
    }

    // What the border of the rest gains by a face that moves: what it has towards land outside, less what it has towards the rest.
    private long BorderOf(int face)
    {
        long border = 0;
        foreach (var ring in Fabric.FaceRings[Fabric.FaceRingStart[face]..Fabric.FaceRingStart[face + 1]])
        {
            var h = ring;
            do
            {
                var other = Fabric.Face[h ^ 1];
                if (!_moving.Contains(other))
                {
                    var length = (long)Math.Round(Fabric.LengthOf(h) * UnitsPerGridUnit);
                    border += _faces.Contains(other) ? -length : length;
                }

                h = Fabric.Next[h];
            }
            while (h != ring);
        }

        return border;
    }
}
