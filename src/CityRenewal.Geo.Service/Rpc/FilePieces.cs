using Google.Protobuf;

namespace CityRenewal.Geo.Service.Rpc;

/// <summary>Cuts a file into pieces, so that neither side needs room for a message of its size.</summary>
internal static class FilePieces
{
    private const int Largest = 512 * 1024;

    /// <summary>The pieces in their order, at least one; none is copied.</summary>
    public static IEnumerable<ByteString> Of(ByteString file)
    {
        for (var at = 0; at == 0 || at < file.Length; at += Largest)
        {
            yield return UnsafeByteOperations.UnsafeWrap(file.Memory.Slice(at, Math.Min(Largest, file.Length - at)));
        }
    }
}
