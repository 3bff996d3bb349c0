using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>Puts the nodes of a land fabric together: numbers them unit by unit and measures their common borders.</summary>
internal sealed class LandNodeAssembly
{
    private readonly LandFabric _fabric;
    private readonly Membership _membership;
    private readonly BarrierPairs _barriers;
    private readonly double _streetWidth;
    private readonly double _minimumContact;
    private readonly int[] _nodeOfParcel;
    private readonly List<int> _streetFaces = [];
    private readonly List<int> _streetUnits = [];

    private LandNodeAssembly(
        LandFabric fabric, Membership membership, BarrierPairs barriers, double streetWidth, double minimumContact)
    {
        _fabric = fabric;
        _membership = membership;
        _barriers = barriers;
        _streetWidth = streetWidth;
        _minimumContact = minimumContact;
        _nodeOfParcel = new int[membership.Count];
    }

    /// <summary>The nodes of the parcels that may join and of the streets between them.</summary>
    /// <param name="fabric">The land.</param>
    /// <param name="membership">Which parcels may join.</param>
    /// <param name="barriers">Pairs of parcels with a barrier between them.</param>
    /// <param name="streetWidth">Widest street inside an area, metres.</param>
    /// <param name="minimumContact">Shortest border that makes two nodes neighbours, metres.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    public static LandNodes From(
        LandFabric fabric, Membership membership, BarrierPairs barriers, double streetWidth, double minimumContact, int threads)
    {
        var assembly = new LandNodeAssembly(fabric, membership, barriers, streetWidth, minimumContact);
        assembly.FindStreets();
        return assembly.Number(threads);
    }

    /// <summary>A street, junction or void can lie in an area if all parcels around it can, in the same unit.</summary>
    private void FindStreets()
    {
        var kinds = _fabric.FaceKinds;
        for (var face = 0; face < _fabric.FaceCount; face++)
        {
            var sides = SidesOf(face);
            var enough = kinds[face] switch
            {
                FaceKind.Street => 2,
                FaceKind.Void => 1,
                _ => int.MaxValue,
            };
            if (sides.Length >= enough && _fabric.StripWidthM[face] <= _streetWidth && MayJoinTogether(sides))
            {
                _streetFaces.Add(face);
                _streetUnits.Add(_membership.Units[sides[0]]);
            }
        }
    }

    private ReadOnlySpan<int> SidesOf(int face) =>
        _fabric.SideParcels[_fabric.SideStart[face].._fabric.SideStart[face + 1]];

    private bool MayJoinTogether(ReadOnlySpan<int> sides)
    {
        for (var i = 0; i < sides.Length; i++)
        {
            if (!_membership.MayJoin(sides[i]) || _membership.Units[sides[i]] != _membership.Units[sides[0]])
            {
                return false;
            }

            for (var j = 0; j < i; j++)
            {
                if (_barriers.Between(sides[j], sides[i]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private LandNodes Number(int threads)
    {
        var problems = new ProblemNumbers(_membership, _streetUnits);
        var nodeCount = problems.NodeCount;
        var parcelStart = new int[nodeCount + 1];
        var streetFace = new int[nodeCount];
        Array.Fill(streetFace, -1);
        for (var parcel = 0; parcel < _membership.Count; parcel++)
        {
            _nodeOfParcel[parcel] = problems.NodeOfParcel(parcel);
            if (_nodeOfParcel[parcel] >= 0)
            {
                parcelStart[_nodeOfParcel[parcel] + 1]++;
            }
        }

        for (var street = 0; street < _streetFaces.Count; street++)
        {
            streetFace[problems.NodeOfStreet(street)] = _streetFaces[street];
        }

        var parcels = MembersOf(parcelStart);
        var borders = new NodeBorders(_fabric, _nodeOfParcel, parcelStart, parcels, streetFace)
        {
            Barriers = _barriers,
            MinimumContact = (long)Math.Ceiling(_minimumContact * _fabric.Plane.UnitsPerMetre * LandNodes.UnitsPerGridUnit),
            ProblemOf = problems.ProblemOfNode,
        };
        borders.Measure(threads);
        return new LandNodes
        {
            MetresPerUnit = _fabric.Plane.GridSize / LandNodes.UnitsPerGridUnit,
            ProblemStart = problems.Start,
            StreetStart = problems.StreetStart,
            ProblemUnit = problems.Unit,
            NodeOfParcel = _nodeOfParcel,
            ParcelStart = parcelStart,
            Parcels = parcels,
            StreetFace = streetFace,
            Perimeter = borders.Perimeter,
            TwiceArea = borders.TwiceArea,
            CentreX = borders.CentreX,
            CentreY = borders.CentreY,
            LockedIn = LockedNodes(nodeCount),
            Start = borders.Start,
            Neighbours = borders.Neighbours,
            Borders = borders.Lengths,
            Contacts = borders.Contacts,
        };
    }

    private int[] MembersOf(int[] parcelStart)
    {
        for (var node = 1; node < parcelStart.Length; node++)
        {
            parcelStart[node] += parcelStart[node - 1];
        }

        var filled = parcelStart[..^1];
        var parcels = new int[parcelStart[^1]];
        for (var parcel = 0; parcel < _nodeOfParcel.Length; parcel++)
        {
            if (_nodeOfParcel[parcel] >= 0)
            {
                parcels[filled[_nodeOfParcel[parcel]]++] = parcel;
            }
        }

        return parcels;
    }

    private bool[] LockedNodes(int nodeCount)
    {
        var locked = new bool[nodeCount];
        for (var parcel = 0; parcel < _membership.Count; parcel++)
        {
            if (_membership.Reasons[parcel] == MembershipReason.LockedIn)
            {
                locked[_nodeOfParcel[parcel]] = true;
            }
        }

        return locked;
    }
}
