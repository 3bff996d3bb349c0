using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>
/// The hash of a layer's content: the same for any order of its rows and columns, and for columns in which nothing is
/// known. It covers the reference system, every known value and every vertex, bit by bit.
/// </summary>
internal static class LayerHash
{
    private const int ChunkRows = 8192;

    /// <summary>SHA-256 over the sorted row digests, in hexadecimal.</summary>
    internal static string Of(SourceLayer layer, UInt128[] rowDigests)
    {
        var sorted = (UInt128[])rowDigests.Clone();
        Array.Sort(sorted);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{layer.Name}\n{layer.Epsg}\n{layer.Shapes.Kind}\n{sorted.Length}\n"));
        hash.AppendData(MemoryMarshal.AsBytes<UInt128>(sorted));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>One digest a row: two rows are the same when their digests are.</summary>
    internal static UInt128[] RowDigests(SourceLayer layer)
    {
        var columns = layer.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).ToList();
        var tags = columns.Select(column => TagOf(column.Name)).ToArray();
        var digests = new UInt128[layer.Shapes.Count];
        Parallel.For(0, (digests.Length + ChunkRows - 1) / ChunkRows, chunk =>
        {
            var row = new RowBytes();
            for (var i = chunk * ChunkRows; i < Math.Min(digests.Length, (chunk + 1) * ChunkRows); i++)
            {
                digests[i] = DigestOf(row, columns, tags, layer.Shapes, i);
            }
        });
        return digests;
    }

    /// <summary>The hash of a city: of its layers' hashes in the order of their names.</summary>
    internal static string OfCity(IEnumerable<(string Layer, string Hash)> layers)
    {
        var lines = layers.OrderBy(layer => layer.Layer, StringComparer.Ordinal).Select(layer => $"{layer.Layer} {layer.Hash}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static UInt128 DigestOf(RowBytes row, List<SourceColumn> columns, ulong[] tags, SourceShapes shapes, int i)
    {
        row.Clear();
        for (var c = 0; c < columns.Count; c++)
        {
            switch (columns[c])
            {
                case TextSource text when text.Values.Utf8(i) is { IsEmpty: false } bytes:
                    row.Add(tags[c]);
                    row.Add((ulong)bytes.Length);
                    row.Add(bytes);
                    break;
                case IntegerSource whole when whole.Values[i] != Unknown.Integer:
                    row.Add(tags[c]);
                    row.Add(BitConverter.DoubleToUInt64Bits(whole.Values[i]));
                    break;
                case RealSource real when !double.IsNaN(real.Values[i]):
                    row.Add(tags[c]);
                    row.Add(BitConverter.DoubleToUInt64Bits(real.Values[i]));
                    break;
            }
        }

        AddShape(row, shapes, i);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row.Bytes, digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private static void AddShape(RowBytes row, SourceShapes shapes, int feature)
    {
        var first = shapes.FeatureStart[feature];
        for (var ring = first; ring < shapes.FeatureStart[feature + 1]; ring++)
        {
            int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
            var isHole = ring > first && shapes.IsHole.Length > 0 && shapes.IsHole[ring];
            row.Add(((ulong)count << 1) | (isHole ? 1u : 0));
            row.Add(MemoryMarshal.AsBytes(shapes.X.AsSpan(start, count)));
            row.Add(MemoryMarshal.AsBytes(shapes.Y.AsSpan(start, count)));
        }
    }

    private static ulong TagOf(string name) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>The bytes of one row, gathered in a buffer that is used again for the next.</summary>
    private sealed class RowBytes
    {
        private byte[] _bytes = new byte[1024];
        private int _length;

        internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

        internal void Clear() => _length = 0;

        internal void Add(ulong word) => BinaryPrimitives.WriteUInt64LittleEndian(Room(sizeof(ulong)), word);

        internal void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

        private Span<byte> Room(int count)
        {
            if (_bytes.Length - _length < count)
            {
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
            }

            _length += count;
            return _bytes.AsSpan(_length - count, count);
        }
    }
}
