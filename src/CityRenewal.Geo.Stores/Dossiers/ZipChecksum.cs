namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>CRC-32 as zips have it (polynomial 0xEDB88320).</summary>
internal static class ZipChecksum
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(OfByte)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum = Table[(byte)(sum ^ each)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint OfByte(int value)
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) != 0 ? 0xEDB88320 ^ (sum >> 1) : sum >> 1;
        }

        return sum;
    }
}
