using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Metrics;

/// <summary>
/// A group of parcels with the streets between them, and the sums that its compactness needs, kept while parcels come and
/// go. A street is in when all its sides are. Lengths are whole eighths of a grid unit, so that sums do not depend on the order of moves.
/// </summary>
internal sealed class FabricGroup : IDisposable
{
    private const double UnitsPerGridUnit = 8;

    private readonly Surroundings _around;
    private readonly FabricMarks _marks;
    private readonly List<int> _moving = [];
    private readonly Stack<int> _open = [];
    private readonly List<int> _seen = [];
    private int _faceCount;

    public FabricGroup(Surroundings around, IEnumerable<int> parcels)
    {
        _around = around;
        _marks = around.RentMarks();
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

    /// <summary>Whether a parcel is in the group.</summary>
    public bool Has(int parcel) => _marks.Parcels[parcel];

    /// <summary>What the group's sums change by if the parcel comes in, or goes where it is in.</summary>
    public GroupSums ChangeOf(int parcel)
    {
        Gather(parcel);
        long area = 0, net = 0, border = 0;
        foreach (var face in _moving)
        {
            area += Fabric.TwiceArea[face];
            net += Fabric.FaceParcel[face] == parcel ? Fabric.TwiceArea[face] : 0;
            border += BorderOf(face);
        }

        foreach (var face in _moving)
        {
            _marks.Faces[face] &= unchecked((byte)~FabricMarks.Moving);
        }

        return Has(parcel) ? new GroupSums(-area, -net, -border) : new GroupSums(area, net, border);
    }

    /// <summary>Takes the parcel in, or out where it is in; gives the faces that came or went, until the next call.</summary>
    public IReadOnlyList<int> Toggle(int parcel)
    {
        Sums += ChangeOf(parcel);
        foreach (var face in _moving)
        {
            _marks.Faces[face] ^= FabricMarks.In;
        }

        _marks.Parcels[parcel] = !_marks.Parcels[parcel];
        _faceCount += _marks.Parcels[parcel] ? _moving.Count : -_moving.Count;
        if (!Parcels.Remove(parcel))
        {
            Parcels.Add(parcel);
        }

        return _moving;
    }

    /// <summary>Whether the group is one piece: every face can be reached from every other across common borders.</summary>
    public bool IsOnePiece()
    {
        _seen.Clear();
        SeeFirst();
        while (_open.TryPop(out var face))
        {
            foreach (var ring in Fabric.FaceRings[Fabric.FaceRingStart[face]..Fabric.FaceRingStart[face + 1]])
            {
                var h = ring;
                do
                {
                    See(Fabric.Face[h ^ 1]);
                    h = Fabric.Next[h];
                }
                while (h != ring);
            }
        }

        foreach (var face in _seen)
        {
            _marks.Faces[face] &= unchecked((byte)~FabricMarks.Seen);
        }

        return _seen.Count == _faceCount && _faceCount > 0;
    }

    /// <summary>Hands the marks back clean.</summary>
    public void Dispose()
    {
        foreach (var parcel in Parcels.ToList())
        {
            Toggle(parcel);
        }

        _around.ReturnMarks(_marks);
    }

    // A parcel that lies wholly under others has no face of its own to start from.
    private void SeeFirst()
    {
        foreach (var parcel in Parcels)
        {
            foreach (var face in Fabric.ParcelFaces[Fabric.ParcelFaceStart[parcel]..Fabric.ParcelFaceStart[parcel + 1]])
            {
                See(face);
                if (_open.Count > 0)
                {
                    return;
                }
            }
        }
    }

    private void See(int face)
    {
        if (_marks.Faces[face] == FabricMarks.In)
        {
            _marks.Faces[face] |= FabricMarks.Seen;
            _seen.Add(face);
            _open.Push(face);
        }
    }

    private void Gather(int parcel)
    {
        _moving.Clear();
        foreach (var face in Fabric.ParcelFaces[Fabric.ParcelFaceStart[parcel]..Fabric.ParcelFaceStart[parcel + 1]])
        {
            if (Fabric.FaceParcel[face] == parcel)
            {
                _moving.Add(face);
            }
        }

        foreach (var strip in _around.StripsOf(parcel))
        {
            if (AreAllIn(Fabric.SideParcels[Fabric.SideStart[strip]..Fabric.SideStart[strip + 1]], parcel))
            {
                _moving.Add(strip);
            }
        }

        foreach (var face in _moving)
        {
            _marks.Faces[face] |= FabricMarks.Moving;
        }
    }

    private bool AreAllIn(ReadOnlySpan<int> sides, int but)
    {
        foreach (var side in sides)
        {
            if (side != but && !_marks.Parcels[side])
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
                var mark = _marks.Faces[Fabric.Face[h ^ 1]];
                if ((mark & FabricMarks.Moving) == 0)
                {
                    var length = (long)Math.Round(Fabric.LengthOf(h) * UnitsPerGridUnit);
                    border += (mark & FabricMarks.In) != 0 ? -length : length;
                }

                h = Fabric.Next[h];
            }
            while (h != ring);
        }

        return border;
    }
}
