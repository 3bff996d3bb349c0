using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// What was made of each written text of a column, found by its UTF-8 bytes, so that a text that repeats is looked at once
/// and never made a string again. Of a column of ever new texts only the first are kept.
/// </summary>
internal sealed class WrittenMemo<T>
{
    private const int MostKept = 20_000;

    private readonly Dictionary<byte[], T> _known;
    private readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _byBytes;

    public WrittenMemo()
    {
        _known = new Dictionary<byte[], T>(new Utf8Equality());
        _byBytes = _known.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>What was kept for a text.</summary>
    public bool TryFind(ReadOnlySpan<byte> utf8, [MaybeNullWhen(false)] out T made) => _byBytes.TryGetValue(utf8, out made);

    /// <summary>Keeps what was made of a text.</summary>
    public void Keep(ReadOnlySpan<byte> utf8, T made)
    {
        if (_known.Count < MostKept)
        {
            _byBytes[utf8] = made;
        }
    }

    private sealed class Utf8Equality : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one.AsSpan().SequenceEqual(other);

        public bool Equals(ReadOnlySpan<byte> one, byte[] other) => one.SequenceEqual(other);

        public int GetHashCode(byte[] text) => GetHashCode(text.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> text) => text.ToArray();

        public int GetHashCode(ReadOnlySpan<byte> text)
        {
            var hash = (ulong)text.Length;
            foreach (var word in MemoryMarshal.Cast<byte, ulong>(text))
            {
                hash = Mixed(hash, word);
            }

            ulong rest = 0;
            foreach (var letter in text[(text.Length & ~7)..])
            {
                rest = (rest << 8) | letter;
            }

            hash = Mixed(hash, rest);
            return (int)(hash >> 32);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static ulong Mixed(ulong hash, ulong word)
        {
            hash = (hash ^ word) * 0x9E3779B97F4A7C15UL;
            return hash ^ (hash >> 29);
        }
    }
}
