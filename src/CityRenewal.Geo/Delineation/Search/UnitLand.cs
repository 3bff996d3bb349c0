namespace CityRenewal.Geo.Delineation;

/// <summary>
/// One planning unit as the search sees it: its parcels' nodes, numbered from 0, what each is worth, and which pairs of
/// them hold together, along a common border or across an own street.
/// </summary>
internal sealed class UnitLand
{
    private readonly int _first;
    private readonly long[] _all;
    private readonly int[] _linkStart;
    private readonly Link[] _links;
    private int _linkCount;
    private readonly bool[] _isAnchored;
    private UnitStreets? _streets;
    private long[]? _takes;

    public UnitLand(LandNodes nodes, long[] benefits, SearchLimits limits, int problem, NodeRows? rows = null)
    {
        Nodes = nodes;
        Rows = rows ?? NodeRows.None;
        Limits = limits;
        Problem = problem;
        _first = nodes.ProblemStart[problem];
        ParcelCount = nodes.StreetStart[problem] - _first;
        Count = nodes.ProblemStart[problem + 1] - _first;
        _all = benefits;
        Benefits = benefits.AsMemory(_first, Count);
        _linkStart = new int[ParcelCount + 1];
        _links = new Link[ParcelCount == 0 ? 0 : NeighbourEnd(ParcelCount - 1) - NeighbourStart(0)];
        _isAnchored = new bool[Count - ParcelCount];
        Measure();
        Anchor();
    }

    /// <summary>The unit without anything that has to be in an area.</summary>
    public UnitLand WithoutLocks()
    {
        var locked = (bool[])Nodes.LockedIn.Clone();
        Array.Clear(locked, _first, Count);
        return new UnitLand(Nodes with { LockedIn = locked }, _all, Limits, Problem, Rows) { Floors = Floors };
    }

    /// <summary>The nodes of the whole city.</summary>
    public LandNodes Nodes { get; }

    /// <summary>The rows of a rule pack that every area keeps.</summary>
    public NodeRows Rows { get; }

    /// <summary>What floor area is worth that goes or is newly built.</summary>
    public FloorWorths Floors { get; init; } = FloorWorths.None;

    /// <summary>Sums that a piece keeps besides those of land and outline: one a row, then those of floor area.</summary>
    public int SumCount => Rows.Count + Floors.SumCount;

    /// <summary>What the search must keep to.</summary>
    public SearchLimits Limits { get; }

    /// <summary>Number of this problem among the city's.</summary>
    public int Problem { get; }

    /// <summary>Nodes that are parcels: 0 .. ParcelCount - 1; streets follow.</summary>
    public int ParcelCount { get; }

    /// <summary>Nodes in all.</summary>
    public int Count { get; }

    /// <summary>Benefit of each node in millionths of a m².</summary>
    public ReadOnlyMemory<long> Benefits { get; }

    /// <summary>The streets of the unit, measured when first asked for.</summary>
    public UnitStreets Streets => _streets ??= new UnitStreets(this);

    /// <summary>What each parcel's node adds to the sums of a piece (<see cref="SumCount"/>), those of a node together; filled when first asked for.</summary>
    public long[] Takes => _takes ??= TakesOfNodes();

    /// <summary>The city-wide number of a node.</summary>
    public int CityNode(int node) => _first + node;

    /// <summary>
    /// Whether a street is one piece with its sides as soon as they are members: it borders one of them, or another such
    /// street. A crossing whose arms are too wide to be members only touches its corners.
    /// </summary>
    public bool IsAnchored(int street) => _isAnchored[street - ParcelCount];

    /// <summary>Length of a node's whole border.</summary>
    public long Perimeter(int node) => Nodes.Perimeter[_first + node];

    /// <summary>Twice the area of a parcel's node; a street gives no net area.</summary>
    public long TwiceArea(int node) => Nodes.TwiceArea[_first + node];

    /// <summary>Whether a node has to be in an area.</summary>
    public bool IsLockedIn(int node) => Nodes.LockedIn[_first + node];

    /// <summary>First entry of a node in the neighbour columns of the city's nodes.</summary>
    public int NeighbourStart(int node) => Nodes.Start[_first + node];

    /// <summary>One past the last entry of a node in the neighbour columns.</summary>
    public int NeighbourEnd(int node) => Nodes.Start[_first + node + 1];

    /// <summary>The neighbour at an entry.</summary>
    public int Neighbour(int entry) => Nodes.Neighbours[entry] - _first;

    /// <summary>The parcels' nodes that a parcel's node meets, directly or across a street of just the two.</summary>
    public ReadOnlySpan<Link> LinksOf(int node) =>
        _links.AsSpan(_linkStart[node], _linkStart[node + 1] - _linkStart[node]);

    private long[] TakesOfNodes()
    {
        var (sums, rows) = (SumCount, Rows.Count);
        var takes = new long[ParcelCount * sums];
        for (var node = 0; node < ParcelCount; node++)
        {
            for (var row = 0; row < rows; row++)
            {
                takes[(node * sums) + row] = Rows.Slack(row, _first + node);
            }

            if (sums > rows)
            {
                Floors.Fill(_first + node, takes.AsSpan((node * sums) + rows, sums - rows));
            }
        }

        return takes;
    }

    private void Anchor()
    {
        var found = true;
        while (found)
        {
            found = false;
            for (var street = ParcelCount; street < Count; street++)
            {
                if (!IsAnchored(street) && BordersAnchored(street))
                {
                    _isAnchored[street - ParcelCount] = found = true;
                }
            }
        }
    }

    private bool BordersAnchored(int street)
    {
        for (var entry = NeighbourStart(street); entry < NeighbourEnd(street); entry++)
        {
            var other = Neighbour(entry);
            if (Nodes.Borders[entry] > 0
                && (other < ParcelCount || (IsAnchored(other) && SidesAreAmongThoseOf(other, street))))
            {
                return true;
            }
        }

        return false;
    }

    private bool SidesAreAmongThoseOf(int street, int other)
    {
        var sides = Nodes.Neighbours.AsSpan(NeighbourStart(other)..NeighbourEnd(other));
        for (var entry = NeighbourStart(street); entry < NeighbourEnd(street); entry++)
        {
            if (Neighbour(entry) < ParcelCount && sides.BinarySearch(Nodes.Neighbours[entry]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Measure()
    {
        var found = new List<Link>();
        for (var node = 0; node < ParcelCount; node++)
        {
            found.Clear();
            for (var entry = NeighbourStart(node); entry < NeighbourEnd(node); entry++)
            {
                var other = Neighbour(entry);
                if (other < ParcelCount)
                {
                    var contact = Nodes.Contacts[entry];
                    var border = Nodes.Borders[entry];
                    found.Add(new Link(other, border, border, contact == Contact.Joins, contact == Contact.Barred));
                }
                else
                {
                    AddAcross(node, other, entry, found);
                }
            }

            Fold(found);
            _linkStart[node + 1] = _linkCount;
        }
    }

    private void AddAcross(int node, int street, int entry, List<Link> found)
    {
        int other = -1, otherEntry = -1, sides = 0;
        for (var back = NeighbourStart(street); back < NeighbourEnd(street); back++)
        {
            var side = Neighbour(back);
            if (side < ParcelCount)
            {
                sides++;
                if (side != node)
                {
                    (other, otherEntry) = (side, back);
                }
            }
        }

        if (sides == 2)
        {
            // Joining both with their street replaces their two fronts by the street's open ends.
            long fronts = (long)Nodes.Borders[entry] + Nodes.Borders[otherEntry];
            var joins = Nodes.Bridges[_first + street]
                && Nodes.Contacts[entry] == Contact.Joins && Nodes.Contacts[otherEntry] == Contact.Joins;
            found.Add(new Link(other, 0, fronts - (Perimeter(street) / 2), joins, IsBarred: false));
        }
    }

    private void Fold(List<Link> found)
    {
        found.Sort((a, b) => a.Other.CompareTo(b.Other));
        for (var i = 0; i < found.Count;)
        {
            var link = found[i++];
            for (; i < found.Count && found[i].Other == link.Other; i++)
            {
                link = new Link(
                    link.Other,
                    link.Border + found[i].Border,
                    link.Saved + found[i].Saved,
                    link.Joins || found[i].Joins,
                    link.IsBarred || found[i].IsBarred);
            }

            _links[_linkCount++] = link.IsBarred ? link with { Joins = false } : link;
        }
    }
}
