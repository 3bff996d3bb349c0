namespace CityRenewal.Geo.Contiguity;

/// <summary>What the parcels of one chunk see of their neighbours, row after row.</summary>
internal sealed class SeenChunk(int first, int parcelCount)
{
    private readonly int[] _start = new int[parcelCount + 1];
    private SeenRow[] _rows = new SeenRow[parcelCount * 8];
    private int _count;

    public int First => first;

    public int ParcelCount => parcelCount;

    public SeenRow[] Rows => _rows;

    /// <summary>First row of a parcel; that of the next parcel is one past its last.</summary>
    public int Start(int parcel) => _start[parcel - first];

    /// <summary>Adds the next parcel's neighbours, ascending.</summary>
    public void Add(int parcel, ReadOnlySpan<Neighbour> neighbours)
    {
        if (_rows.Length < _count + neighbours.Length)
        {
            Array.Resize(ref _rows, Math.Max(_rows.Length * 2, _count + neighbours.Length));
        }

        foreach (ref readonly var neighbour in neighbours)
        {
            _rows[_count++] = SeenRow.Of(neighbour);
        }

        _start[parcel - first + 1] = _count;
    }

    /// <summary>The row in which a parcel of this chunk sees another one; an empty row where it does not.</summary>
    public SeenRow Find(int parcel, int other)
    {
        int low = Start(parcel), high = Start(parcel + 1) - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Parcel == other)
            {
                return _rows[middle];
            }

            (low, high) = _rows[middle].Parcel < other ? (middle + 1, high) : (low, middle - 1);
        }

        return default;
    }
}
