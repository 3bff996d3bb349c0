using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Reasons;

/// <summary>
/// One planning unit with a plan laid on it: what taking a node in or out changes, with the same whole numbers as the
/// search. A street is a member as soon as all parcels around it are in one area. For one thread.
/// </summary>
internal sealed class UnitFlips
{
    /// <summary>The area of a node that is in none.</summary>
    public const int None = -1;

    private readonly int[] _areaOf;
    private readonly List<int> _moved = [];

    /// <summary>A unit with a plan.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="areaOfNode">The area of each of its parcels' nodes, <see cref="None"/> where it is in none.</param>
    public UnitFlips(UnitLand land, ReadOnlySpan<int> areaOfNode)
    {
        Land = land;
        _areaOf = new int[land.Count];
        Array.Fill(_areaOf, None);
        areaOfNode[..land.ParcelCount].CopyTo(_areaOf);
        for (var street = land.ParcelCount; street < land.Count; street++)
        {
            _areaOf[street] = land.IsAnchored(street) ? AreaOfAllSides(street) : None;
        }
    }

    /// <summary>The unit.</summary>
    public UnitLand Land { get; }

    /// <summary>The area of a node, streets included.</summary>
    public int AreaOf(int node) => _areaOf[node];

    /// <summary>What an area gains from a parcel's node that is in none, with the streets that it completes.</summary>
    public FlipChange Joining(int node, int area)
    {
        _moved.Clear();
        _moved.Add(node);
        var outline = Land.Perimeter(node) - (2 * BorderWith(node, area));
        long streets = 0;
        for (var entry = Land.NeighbourStart(node); entry < Land.NeighbourEnd(node); entry++)
        {
            var street = Land.Neighbour(entry);
            if (street >= Land.ParcelCount && Land.IsAnchored(street) && _areaOf[street] == None && OtherSidesAreIn(street, node, area))
            {
                outline += Land.Perimeter(street) - (2 * (BorderWith(street, area) + BorderWithMoved(street)));
                streets += Land.TwiceArea(street);
                _moved.Add(street);
            }
        }

        return new FlipChange(Land.Benefits.Span[node], outline, Land.TwiceArea(node), streets);
    }

    /// <summary>What an area gains from losing one of its parcels' nodes, with the streets that need it.</summary>
    public FlipChange Leaving(int node)
    {
        _moved.Clear();
        var area = _areaOf[node];
        long outline = 0, streets = 0;
        for (var entry = Land.NeighbourStart(node); entry < Land.NeighbourEnd(node); entry++)
        {
            var street = Land.Neighbour(entry);
            if (street >= Land.ParcelCount && _areaOf[street] == area)
            {
                outline -= Land.Perimeter(street) - (2 * (BorderWith(street, area) - BorderWithMoved(street)));
                streets -= Land.TwiceArea(street);
                _moved.Add(street);
            }
        }

        outline -= Land.Perimeter(node) - (2 * (BorderWith(node, area) - BorderWithMoved(node)));
        return new FlipChange(-Land.Benefits.Span[node], outline, -Land.TwiceArea(node), streets);
    }

    /// <summary>Adds what a member, parcel or street, brings to the sums of its area.</summary>
    public void AddTo(AreaSums sums, int node)
    {
        var isParcel = node < Land.ParcelCount;
        sums.Add(
            new FlipChange(
                isParcel ? Land.Benefits.Span[node] : 0,
                Land.Perimeter(node) - BorderWith(node, _areaOf[node]),
                isParcel ? Land.TwiceArea(node) : 0,
                isParcel ? 0 : Land.TwiceArea(node)),
            members: isParcel ? 1 : 0);
        for (var row = 0; isParcel && row < sums.Rows.Length; row++)
        {
            sums.Rows[row] += Land.Rows.Slack(row, Land.CityNode(node));
        }
    }

    /// <summary>Takes a node that is in none into an area for good: what was computed of it before no longer holds.</summary>
    public FlipChange Join(int node, int area)
    {
        var change = Joining(node, area);
        foreach (var moved in _moved)
        {
            _areaOf[moved] = area;
        }

        return change;
    }

    /// <summary>The street faces of an area, ascending; with a node flipped, those that it would have then.</summary>
    public List<int> StreetFacesAfter(int? flipped, int area, bool joins)
    {
        _moved.Clear();
        if (flipped is { } node)
        {
            _ = joins ? Joining(node, area) : Leaving(node);
        }

        var faces = new List<int>();
        for (var street = Land.ParcelCount; street < Land.Count; street++)
        {
            if ((_areaOf[street] == area) != _moved.Contains(street))
            {
                faces.Add(Land.Nodes.StreetFace[Land.CityNode(street)]);
            }
        }

        faces.Sort();
        return faces;
    }

    private long BorderWith(int node, int area)
    {
        long border = 0;
        for (var entry = Land.NeighbourStart(node); entry < Land.NeighbourEnd(node); entry++)
        {
            border += _areaOf[Land.Neighbour(entry)] == area ? Land.Nodes.Borders[entry] : 0;
        }

        return border;
    }

    private long BorderWithMoved(int node)
    {
        long border = 0;
        for (var entry = Land.NeighbourStart(node); entry < Land.NeighbourEnd(node) && _moved.Count > 0; entry++)
        {
            border += _moved.Contains(Land.Neighbour(entry)) ? Land.Nodes.Borders[entry] : 0;
        }

        return border;
    }

    private bool OtherSidesAreIn(int street, int node, int area)
    {
        for (var entry = Land.NeighbourStart(street); entry < Land.NeighbourEnd(street); entry++)
        {
            var side = Land.Neighbour(entry);
            if (side < Land.ParcelCount && side != node && _areaOf[side] != area)
            {
                return false;
            }
        }

        return true;
    }

    private int AreaOfAllSides(int street)
    {
        var area = None;
        for (var entry = Land.NeighbourStart(street); entry < Land.NeighbourEnd(street); entry++)
        {
            var side = Land.Neighbour(entry);
            if (side < Land.ParcelCount)
            {
                if (_areaOf[side] == None || (area != None && _areaOf[side] != area))
                {
                    return None;
                }

                area = _areaOf[side];
            }
        }

        return area;
    }
}
