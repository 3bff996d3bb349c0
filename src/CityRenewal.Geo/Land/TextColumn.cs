using System.Text;

namespace CityRenewal.Geo.Land;

/// <summary>
/// A column of texts held as one block of UTF-8, so that a million ids cost bytes and not objects.
/// A missing text is empty.
/// </summary>
public sealed class TextColumn
{
    private readonly byte[] _bytes;
    private readonly int[] _start;

    /// <summary>Takes ownership of both arrays; text i is bytes start[i] .. start[i+1]-1.</summary>
    public TextColumn(byte[] bytes, int[] start)
    {
        _bytes = bytes;
        _start = start;
    }

    /// <summary>Number of texts.</summary>
    public int Count => _start.Length - 1;

    /// <summary>All texts one after the other, UTF-8.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>First byte of each text, and one past the last byte.</summary>
    public ReadOnlySpan<int> Start => _start;

    /// <summary>Text i; empty where it is missing.</summary>
    public string this[int i] => Encoding.UTF8.GetString(Utf8(i));

    /// <summary>The bytes of text i.</summary>
    public ReadOnlySpan<byte> Utf8(int i) => _bytes.AsSpan(_start[i], _start[i + 1] - _start[i]);

    /// <summary>A column of the given texts; null becomes empty.</summary>
    public static TextColumn From(IEnumerable<string?> texts)
    {
        var builder = new TextColumnBuilder();
        foreach (var text in texts)
        {
            builder.Add(text);
        }

        return builder.ToColumn();
    }

    /// <summary>A column of <paramref name="count"/> missing texts.</summary>
    public static TextColumn Missing(int count) => new([], new int[count + 1]);

    /// <summary>The column with another text in the place of one, and further ones behind.</summary>
    internal TextColumn With(int row, IReadOnlyList<string> texts)
    {
        var added = From(texts);
        var here = added._start[1];
        var shift = here - (_start[row + 1] - _start[row]);
        var start = GC.AllocateUninitializedArray<int>(_start.Length + texts.Count - 1);
        _start.AsSpan(..(row + 1)).CopyTo(start);
        for (var i = row + 1; i < _start.Length; i++)
        {
            start[i] = _start[i] + shift;
        }

        for (var i = 1; i < texts.Count; i++)
        {
            start[Count + i] = start[Count] + added._start[i + 1] - here;
        }

        return new TextColumn(
            [.. _bytes.AsSpan(.._start[row]), .. added._bytes.AsSpan(..here), .. _bytes.AsSpan(_start[row + 1]..), .. added._bytes.AsSpan(here..)], start);
    }

    /// <summary>Columns one after the other as one.</summary>
    public static TextColumn Join(IReadOnlyList<TextColumn> parts)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked(parts.Sum(part => part._bytes.Length)));
        var start = new int[parts.Sum(part => part.Count) + 1];
        int row = 0, at = 0;
        foreach (var part in parts)
        {
            part._bytes.CopyTo(bytes, at);
            foreach (var end in part._start.AsSpan(1))
            {
                start[++row] = at + end;
            }

            at += part._bytes.Length;
        }

        return new TextColumn(bytes, start);
    }
}
