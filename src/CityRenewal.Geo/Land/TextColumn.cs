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
