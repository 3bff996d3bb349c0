using System.Buffers.Binary;
using System.Security.Cryptography;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// Numbers of features for maps that want numbers: the first 53 bits of the SHA-256 of the id, so that a feature keeps its
/// number through every version of the layer, and a script reads it without loss. Among a million ids two are alike with a
/// chance of 6 in 100,000; the id in the attributes is what identifies.
/// </summary>
internal static class FeatureNumbers
{
    private const int Bits = 53;

    public static long[] Of(TextColumn ids, int threads)
    {
        var numbers = new long[ids.Count];
        FixedChunks.Run(ids.Count, threads, (_, start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                numbers[row] = Of(ids.Utf8(row));
            }
        });
        return numbers;
    }

    /// <summary>The number of one id; 0, which is written as none, for an empty one.</summary>
    public static long Of(ReadOnlySpan<byte> id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(id, hash);
        return id.IsEmpty ? 0 : (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> (64 - Bits));
    }
}
