using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Rows of a column by their text, by hash of its bytes: a million ids are looked up without a million texts.</summary>
internal sealed class TextIndex
{
    private const ulong UpperHalf = 0xFFFF_FFFF_0000_0000;

    private readonly TextColumn _texts;

    // The upper half is that of the hash: nearly all other texts are told apart without being looked at.
    private readonly ulong[] _slots;

    public TextIndex(TextColumn texts)
    {
        _texts = texts;
        _slots = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, texts.Count * 2))];
    }

    /// <summary>The column of a layer as texts; numbers become their texts.</summary>
    public static TextColumn Of(SourceColumn column) =>
        column is TextSource texts ? texts.Values : TextColumn.From(Enumerable.Range(0, column.Count).Select(column.TextOf));

    /// <summary>Puts a row in; returns the first row of the same text, the row itself where it is the first.</summary>
    public int Add(int row)
    {
        var (slot, mark) = SlotOf(_texts.Utf8(row));
        if (_slots[slot] == 0)
        {
            _slots[slot] = mark | (uint)(row + 1);
        }

        return RowIn(_slots[slot]);
    }

    /// <summary>Whether a row of that text was put in.</summary>
    public bool Has(ReadOnlySpan<byte> text) => _slots[SlotOf(text).Slot] != 0;

    private (int Slot, ulong Mark) SlotOf(ReadOnlySpan<byte> text)
    {
        var mask = _slots.Length - 1;
        var hash = IdHash.Of(text);
        var mark = hash & UpperHalf;
        var slot = (int)(hash ^ (hash >> 32)) & mask;
        while (_slots[slot] != 0 && ((_slots[slot] & UpperHalf) != mark || !_texts.Utf8(RowIn(_slots[slot])).SequenceEqual(text)))
        {
            slot = (slot + 1) & mask;
        }

        return (slot, mark);
    }

    private static int RowIn(ulong slot) => (int)(uint)slot - 1;
}
