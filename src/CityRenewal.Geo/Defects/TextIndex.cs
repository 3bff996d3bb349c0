using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Rows of a column by their text, by hash of its bytes: a million ids are looked up without a million texts.</summary>
internal sealed class TextIndex
{
    private readonly TextColumn _texts;
    private readonly int[] _slots;

    public TextIndex(TextColumn texts)
    {
        _texts = texts;
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, texts.Count * 2))];
    }

    /// <summary>The column of a layer as texts; numbers become their texts.</summary>
    public static TextColumn Of(SourceColumn column) =>
        column is TextSource texts ? texts.Values : TextColumn.From(Enumerable.Range(0, column.Count).Select(column.TextOf));

    /// <summary>Puts a row in; returns the first row of the same text, the row itself where it is the first.</summary>
    public int Add(int row)
    {
        var slot = SlotOf(_texts.Utf8(row));
        if (_slots[slot] == 0)
        {
            _slots[slot] = row + 1;
        }

        return _slots[slot] - 1;
    }

    /// <summary>Whether a row of that text was put in.</summary>
    public bool Has(ReadOnlySpan<byte> text) => _slots[SlotOf(text)] != 0;

    private int SlotOf(ReadOnlySpan<byte> text)
    {
        var mask = _slots.Length - 1;
        var hash = IdHash.Of(text);
        var slot = (int)(hash ^ (hash >> 32)) & mask;
        while (_slots[slot] != 0 && !_texts.Utf8(_slots[slot] - 1).SequenceEqual(text))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }
}
