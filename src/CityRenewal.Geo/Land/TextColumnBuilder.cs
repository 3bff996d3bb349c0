using System.Text;

namespace CityRenewal.Geo.Land;

/// <summary>Collects texts one by one into a <see cref="TextColumn"/>.</summary>
public sealed class TextColumnBuilder
{
    private readonly List<int> _start = [0];
    private byte[] _bytes = new byte[256];
    private int _length;

    /// <summary>Adds a text; null is kept as a missing one.</summary>
    public void Add(string? text)
    {
        if (text is not null)
        {
            Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
            _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        }

        _start.Add(_length);
    }

    /// <summary>Adds a text that is UTF-8 already.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
        _start.Add(_length);
    }

    /// <summary>The texts so far.</summary>
    public TextColumn ToColumn() => new(_bytes.AsSpan(0, _length).ToArray(), [.. _start]);

    private void Reserve(int more)
    {
        if (_bytes.Length < _length + more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + more));
        }
    }
}
