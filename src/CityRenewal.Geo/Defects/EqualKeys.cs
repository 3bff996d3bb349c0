namespace CityRenewal.Geo.Defects;

/// <summary>Rows with equal keys, found without an object per row.</summary>
internal sealed class EqualKeys
{
    private static readonly List<int> None = [];

    private readonly ulong[] _keys;
    private readonly int[] _slots;
    private readonly Dictionary<int, List<int>> _more = [];
    private (int Row, int Slot) _asked = (-1, 0);

    public EqualKeys(ulong[] keys)
    {
        _keys = keys;
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2))];
    }

    /// <summary>The rows that were added with the key of this one, in the order of adding; not to be kept.</summary>
    public List<int> Before(int row)
    {
        // The same row is nearly always added next: its slot need not be looked for twice.
        _asked = (row, SlotOf(row));
        var first = _slots[_asked.Slot] - 1;
        return first < 0 ? None : _more.TryGetValue(first, out var rows) ? rows : [first];
    }

    /// <summary>Adds a row.</summary>
    public void Add(int row)
    {
        var slot = _asked.Row == row ? _asked.Slot : SlotOf(row);
        if (_slots[slot] == 0)
        {
            _slots[slot] = row + 1;
            return;
        }

        var first = _slots[slot] - 1;
        (_more.TryGetValue(first, out var rows) ? rows : _more[first] = [first]).Add(row);
    }

    private int SlotOf(int row)
    {
        var mask = _slots.Length - 1;
        var slot = (int)(_keys[row] >> 32) & mask;
        while (_slots[slot] != 0 && _keys[_slots[slot] - 1] != _keys[row])
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
