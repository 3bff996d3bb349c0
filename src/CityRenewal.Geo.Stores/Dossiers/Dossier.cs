using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>
/// A dossier (卷宗): one zip with everything that a judgement rests on, a manifest with the hash of each file, and the hash of
/// the manifest. Same input, same bytes.
/// </summary>
public static class Dossier
{
    internal const string Manifest = "manifest.json";
    internal const string ManifestHash = "manifest.sha256";
    internal const string Format = "cityrenewal-dossier-1";

    /// <summary>SHA-256 of bytes, 64 small hexadecimal digits.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Writes a dossier.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="said">What the manifest says besides its files; files and format are added.</param>
    /// <param name="parts">The files; any order.</param>
    /// <param name="hashesOnly">Whether only the manifest goes into the zip: the files are named with their hashes alone.</param>
    /// <returns>SHA-256 of the manifest, for the office to note.</returns>
    public static string Write(Stream stream, JsonObject said, IReadOnlyList<DossierPart> parts, bool hashesOnly)
    {
        DossierEntry[] packed = [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal).AsParallel().AsOrdered().Select(part => DossierEntry.Of(part, isPacked: true))];
        var hashes = parts.ToDictionary(part => part.Name, part => HashOf(part.Bytes), StringComparer.Ordinal);
        var manifest = (JsonObject)said.DeepClone();
        manifest["format"] = Format;
        manifest["hashes_only"] = hashesOnly;
        manifest["files"] = new JsonArray([.. packed.Select(entry => (JsonNode)Said(entry, hashes[entry.Name], hashesOnly))]);
        var bytes = CanonicalJson.Of(manifest);
        var hash = HashOf(bytes);
        DossierZip.Write(stream,
        [
            DossierEntry.Of(new DossierPart(Manifest, bytes), isPacked: false),
            .. hashesOnly ? [] : packed,
            DossierEntry.Of(new DossierPart(ManifestHash, Encoding.ASCII.GetBytes($"{hash}  {Manifest}\n")), isPacked: false),
        ]);
        return hash;
    }

    private static JsonObject Said(DossierEntry entry, string hash, bool hashesOnly)
    {
        var said = new JsonObject { ["name"] = entry.Name, ["bytes"] = entry.Size, ["sha256"] = hash };
        if (!hashesOnly)
        {
            // Deflate can write the same content in several ways: the hash of the packed bytes tells these apart.
            said["packed_bytes"] = entry.Packed.Length;
            said["packed_sha256"] = entry.PackedHash;
        }

        return said;
    }
}
