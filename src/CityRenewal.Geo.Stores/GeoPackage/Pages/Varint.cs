namespace CityRenewal.Geo.Stores.GeoPackage.Pages;

/// <summary>Whole numbers of one to nine bytes, seven bits in each but the ninth.</summary>
internal static class Varint
{
    internal static long Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var first = bytes[at++];
        return first < 0x80 ? first : Long(bytes, ref at, first & 0x7F);
    }

    private static long Long(ReadOnlySpan<byte> bytes, ref int at, long value)
    {
        for (var i = 1; i < 8; i++)
        {
            var next = bytes[at++];
            value = (value << 7) | (next & 0x7Fu);
            if (next < 0x80)
            {
                return value;
            }
        }

        return (value << 8) | bytes[at++];
    }
}
