namespace CityRenewal.Geo.Defects;

/// <summary>Hash of an id's bytes (FNV-1a), so that a million ids are compared without a million texts.</summary>
internal static class IdHash
{
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash;
    }
}
