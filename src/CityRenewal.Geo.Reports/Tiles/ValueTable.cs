namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>The values of a layer of a tile, each once, as they are written; features name them by number.</summary>
internal sealed class ValueTable
{
    private const int ValuesField = 4;

    private readonly ByteSink _all = new();
    private readonly ByteSink _one = new();
    private readonly List<int> _start = [0];
    private int[] _slots = new int[1024];

    /// <summary>All values as fields of a layer.</summary>
    public ReadOnlySpan<byte> Bytes => _all.Bytes;

    public void Clear()
    {
        _all.Clear();
        _start.RemoveRange(1, _start.Count - 1);
        Array.Clear(_slots);
    }

    public int Text(ReadOnlySpan<byte> utf8)
    {
        _one.Clear();
        _one.Field(1, utf8);
        return NumberOf();
    }

    public int Real(double number)
    {
        _one.Clear();
        _one.Number((3 << 3) | 1);
        _one.Real(number);
        return NumberOf();
    }

    public int Whole(long number)
    {
        _one.Clear();
        _one.Field(4, (ulong)number);
        return NumberOf();
    }

    private int NumberOf()
    {
        if (2 * _start.Count > _slots.Length)
        {
            Grow();
        }

        var value = _one.Bytes;
        var slot = FreeOrSame(value);
        if (_slots[slot] == 0)
        {
            _all.Field(ValuesField, value);
            _start.Add(_all.Length);
            _slots[slot] = _start.Count - 1;
        }

        return _slots[slot] - 1;
    }

    private int FreeOrSame(ReadOnlySpan<byte> value)
    {
        var slot = (int)(HashOf(value) & (uint)(_slots.Length - 1));
        while (_slots[slot] > 0 && !ValueAt(_slots[slot] - 1).SequenceEqual(value))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private ReadOnlySpan<byte> ValueAt(int number)
    {
        var field = _all.Bytes[_start[number].._start[number + 1]];
        var head = 1;
        while (field[head] >= 0x80)
        {
            head++;
        }

        return field[(head + 1)..];
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        for (var number = 0; number < _start.Count - 1; number++)
        {
            _slots[FreeOrSame(ValueAt(number))] = number + 1;
        }
    }

    // FNV-1a, folded so that the low bits depend on all.
    private static uint HashOf(ReadOnlySpan<byte> value)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in value)
        {
            hash = (hash ^ part) * 1099511628211UL;
        }

        return (uint)(hash ^ (hash >> 32));
    }
}
