using System.IO.Compression;
using System.Security.Cryptography;

namespace CityRenewal.Geo.Service.Tiles;

/// <summary>A tile as it is sent: its bytes, the same compressed, and the hash of its bytes.</summary>
/// <param name="Plain">Bytes of the vector tile; none where nothing lies in it.</param>
/// <param name="Compressed">The same by gzip.</param>
/// <param name="Hash">16 hexadecimal digits: two tiles with the same hash are the same.</param>
internal sealed record StoredTile(byte[] Plain, byte[] Compressed, string Hash)
{
    private const int HashBytes = 8;

    /// <summary>Bytes of memory.</summary>
    public int Size => Plain.Length + Compressed.Length + 256;

    public static StoredTile Of(byte[] plain)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return new StoredTile(plain, target.ToArray(), Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, HashBytes)));
    }
}
