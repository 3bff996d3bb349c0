using System.Numerics;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>A fast checksum against damage, not against malice: CRC-32C over four lanes.</summary>
internal static class Checksum
{
    internal static long Of(ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        uint a = 1, b = 2, c = 3, d = 4;
        var i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = BitOperations.Crc32C(a, words[i]);
            b = BitOperations.Crc32C(b, words[i + 1]);
            c = BitOperations.Crc32C(c, words[i + 2]);
            d = BitOperations.Crc32C(d, words[i + 3]);
        }

        foreach (var rest in bytes[(i * sizeof(ulong))..])
        {
            a = BitOperations.Crc32C(a, rest);
        }

        return (long)((((ulong)BitOperations.Crc32C(a, b)) << 32) | BitOperations.Crc32C(c, d));
    }
}
