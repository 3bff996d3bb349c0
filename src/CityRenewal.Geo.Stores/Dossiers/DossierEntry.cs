using System.IO.Compression;
using System.Security.Cryptography;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>One file as it lies in the zip.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">Its size unpacked, bytes.</param>
/// <param name="Checksum">CRC-32 of what is unpacked, as zips have it.</param>
/// <param name="IsPacked">Whether it is deflated, else it lies there as it is.</param>
/// <param name="Packed">Its bytes in the zip.</param>
internal sealed record DossierEntry(string Name, int Size, uint Checksum, bool IsPacked, ReadOnlyMemory<byte> Packed)
{
    /// <summary>SHA-256 of the bytes in the zip.</summary>
    public string PackedHash => Convert.ToHexStringLower(SHA256.HashData(Packed.Span));

    /// <summary>A file to be put into a zip; the manifest lies there as it is, so that any tool shows it.</summary>
    public static DossierEntry Of(DossierPart part, bool isPacked)
    {
        var packed = part.Bytes;
        if (isPacked)
        {
            using var target = new MemoryStream();
            using (var deflate = new DeflateStream(target, CompressionLevel.Optimal, leaveOpen: true))
            {
                deflate.Write(part.Bytes);
            }

            packed = target.ToArray();
        }

        return new DossierEntry(part.Name, part.Bytes.Length, ZipChecksum.Of(part.Bytes), isPacked, packed);
    }

    /// <summary>The content; null where the packed bytes are broken or give another size.</summary>
    public byte[]? Unpacked()
    {
        if (!IsPacked)
        {
            return Packed.Length == Size ? Packed.ToArray() : null;
        }

        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Packed.ToArray()), CompressionMode.Decompress);
            var bytes = new byte[Size];
            var read = deflate.ReadAtLeast(bytes, Size, throwOnEndOfStream: false);
            return read == Size && deflate.ReadByte() < 0 ? bytes : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
