namespace CityRenewal.Geo.Contiguity;

/// <summary>Adds up what one parcel has in common with each of its neighbours; one per worker, used parcel after parcel.</summary>
internal sealed class NeighbourTally
{
    private const int MostSortedByInsertion = 24;

    private readonly int[] _place;
    private readonly double[] _behind = new double[byte.MaxValue + 1];
    private readonly List<(int Parcel, byte Barrier, double Length)> _blocked = [];
    private Neighbour[] _neighbours = new Neighbour[32];
    private int _count;

    public NeighbourTally(int parcelCount, byte waterCode)
    {
        _place = new int[parcelCount];
        WaterCode = waterCode;
    }

    /// <summary>The code that stands for water in between.</summary>
    public byte WaterCode { get; }

    /// <summary>The neighbours so far, by parcel once <see cref="Finish"/> is done.</summary>
    public ReadOnlySpan<Neighbour> Neighbours => _neighbours.AsSpan(0, _count);

    public void Clear()
    {
        for (var i = 0; i < _count; i++)
        {
            _place[_neighbours[i].Parcel] = 0;
        }

        _count = 0;
        _blocked.Clear();
    }

    public void AddShared(int parcel, double length) => Of(parcel).Shared += length;

    public void AddFacing(int parcel, double length, byte barrier)
    {
        Of(parcel).Facing += length;
        AddBehind(parcel, length, barrier);
    }

    public void AddBehind(int parcel, double length, byte barrier)
    {
        if (barrier != 0)
        {
            _blocked.Add((parcel, barrier, length));
        }
    }

    /// <summary>Sorts the neighbours and settles which barrier lies before most of each.</summary>
    public void Finish()
    {
        if (_blocked.Count > 0)
        {
            foreach (var group in _blocked.GroupBy(part => part.Parcel))
            {
                Settle(ref Of(group.Key), group);
            }
        }

        if (_count <= MostSortedByInsertion)
        {
            SortByInsertion();
        }
        else
        {
            _neighbours.AsSpan(0, _count).Sort(static (a, b) => a.Parcel.CompareTo(b.Parcel));
        }
    }

    private void SortByInsertion()
    {
        for (var i = 1; i < _count; i++)
        {
            var moved = _neighbours[i];
            var at = i;
            for (; at > 0 && _neighbours[at - 1].Parcel > moved.Parcel; at--)
            {
                _neighbours[at] = _neighbours[at - 1];
            }

            _neighbours[at] = moved;
        }
    }

    private void Settle(ref Neighbour neighbour, IEnumerable<(int Parcel, byte Barrier, double Length)> parts)
    {
        Array.Clear(_behind);
        foreach (var (_, barrier, length) in parts)
        {
            _behind[barrier] += length;
            neighbour.Behind += length;
        }

        for (var barrier = 1; barrier < _behind.Length; barrier++)
        {
            if (_behind[barrier] > neighbour.BehindBarrier)
            {
                (neighbour.Barrier, neighbour.BehindBarrier) = ((byte)barrier, _behind[barrier]);
            }
        }
    }

    private ref Neighbour Of(int parcel)
    {
        if (_place[parcel] == 0)
        {
            if (_count == _neighbours.Length)
            {
                Array.Resize(ref _neighbours, _count * 2);
            }

            _neighbours[_count] = new Neighbour { Parcel = parcel };
            _place[parcel] = ++_count;
        }

        return ref _neighbours[_place[parcel] - 1];
    }
}
