using CityRenewal.Geo.Fabric;

namespace CityRenewal.Geo.Delineation;

/// <summary>Puts the nodes of a land fabric together: numbers them unit by unit and measures their common borders.</summary>
internal sealed class LandNodeAssembly
{
    private readonly LandFabric _fabric;
    private readonly Membership _membership;
    private readonly ContactRules _rules;
    private readonly int[] _nodeOfParcel;
    private readonly List<int> _streetFaces = [];
    private readonly List<int> _streetUnits = [];
    private readonly List<bool> _bridges = [];

    private LandNodeAssembly(LandFabric fabric, Membership membership, ContactRules rules)
    {
        _fabric = fabric;
        _membership = membership;
        _rules = rules;
        _nodeOfParcel = new int[membership.Count];
    }

    /// <summary>The nodes of the parcels that may join and of the streets between them.</summary>
    /// <param name="fabric">The land.</param>
    /// <param name="membership">Which parcels may join.</param>
    /// <param name="rules">What holds parcels together and what keeps them apart.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static LandNodes From(
        LandFabric fabric, Membership membership, ContactRules rules, int threads, CancellationToken cancel = default)
    {
        var assembly = new LandNodeAssembly(fabric, membership, rules);
        assembly.FindStreets();
        cancel.ThrowIfCancellationRequested();
        return assembly.Number(threads);
    }

    /// <summary>A street, junction or void can lie in an area if all parcels around it can, in the same unit, and they hold it.</summary>
    private void FindStreets()
    {
        var kinds = _fabric.FaceKinds;
        var found = new List<int>();
        for (var face = 0; face < _fabric.FaceCount; face++)
        {
            var sides = SidesOf(face);
            var enough = kinds[face] switch
            {
                FaceKind.Street => 2,
                FaceKind.Void => 1,
                _ => int.MaxValue,
            };
            if (sides.Length >= enough && _fabric.StripWidthM[face] <= _rules.StreetWidth
                && MayJoinTogether(sides) && !_rules.IsCrossed(face))
            {
                found.Add(face);
            }
        }

        foreach (var face in HeldStreets.Of(_fabric, found))
        {
            var sides = SidesOf(face);
            _streetFaces.Add(face);
            _streetUnits.Add(_membership.Units[sides[0]]);
            _bridges.Add(sides.Length == 2 && _rules.FaceEachOther(sides[0], sides[1]));
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
                if (_rules.IsBarred(sides[j], sides[i]))
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
        var bridges = new bool[nodeCount];
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
            bridges[problems.NodeOfStreet(street)] = _bridges[street];
        }

        var parcels = MembersOf(parcelStart);
        var borders = new NodeBorders(_fabric, _nodeOfParcel, parcelStart, parcels, streetFace)
        {
            IsBarred = _rules.IsBarred,
            Pairs = _rules.Pairs,
            MinimumContact = (long)Math.Ceiling(_rules.MinimumContact * _fabric.Plane.UnitsPerMetre * LandNodes.UnitsPerGridUnit),
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
            Bridges = bridges,
            Perimeter = borders.Perimeter,
            TwiceArea = borders.TwiceArea,
            CentreX = borders.CentreX,
            CentreY = borders.CentreY,
            LockedIn = LockedNodes(nodeCount),
            Start = borders.Start,
            Neighbours = borders.Neighbours,
            Borders = borders.Lengths,
            Contacts = borders.Contacts,
            PairPrices = borders.PairPrices,
            Sets = SetsOf(problems),
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

    private IReadOnlyList<NodeSet> SetsOf(ProblemNumbers problems) =>
    [
        .. from set in _membership.Sets
           let nodes = set.Parcels.Where(_membership.MayJoin).Select(problems.NodeOfParcel).Distinct().Order().ToArray()
           where nodes.Length > (double.IsInfinity(set.Price) ? 1 : 0)
           select double.IsInfinity(set.Price) ? new NodeSet(nodes, set.Price) : WithCosts(nodes, set, problems),
    ];

    private NodeSet WithCosts(int[] nodes, ParcelSet set, ProblemNumbers problems)
    {
        var costs = new double[nodes.Length];
        double elsewhere = 0;
        foreach (var parcel in set.Parcels)
        {
            var cost = set.Price * set.SizeOf(parcel, _rules.NetAreas);
            if (_membership.MayJoin(parcel))
            {
                costs[Array.BinarySearch(nodes, problems.NodeOfParcel(parcel))] += cost;
            }
            else
            {
                elsewhere += cost;
            }
        }

        return new NodeSet(nodes, set.Price) { Costs = costs, Elsewhere = elsewhere };
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
