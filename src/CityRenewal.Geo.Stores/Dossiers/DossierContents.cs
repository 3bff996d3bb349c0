using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>A dossier as it was found, every hash compared.</summary>
public sealed class DossierContents
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);
    private readonly List<DossierDifference> _differences = [];
    private Dictionary<string, string> _hashes = [];

    private DossierContents(string manifestHash) => ManifestHash = manifestHash;

    /// <summary>SHA-256 of the manifest as it lies in the dossier: what the office noted when the dossier was made.</summary>
    public string ManifestHash { get; }

    /// <summary>What the manifest says; empty where it cannot be read, which is a difference.</summary>
    public JsonObject Manifest { get; private set; } = [];

    /// <summary>Whether it holds its manifest alone.</summary>
    public bool HasHashesOnly => Manifest["hashes_only"] is JsonValue value && value.TryGetValue(out bool only) && only;

    /// <summary>Everything that is not as the hashes say, in the order of the files; empty where all bytes are those that were written.</summary>
    public IReadOnlyList<DossierDifference> Differences => _differences;

    /// <summary>Names of the files that the manifest lists, in its order, with their SHA-256.</summary>
    public IReadOnlyDictionary<string, string> Hashes => _hashes;

    /// <summary>A file of the dossier; null where it lies not in it.</summary>
    public byte[]? Find(string name) => _parts.GetValueOrDefault(name);

    /// <summary>Opens a dossier and compares every hash.</summary>
    /// <exception cref="StoreException">The file is no dossier, or one that must not be unpacked.</exception>
    public static DossierContents Open(string path)
    {
        var entries = DossierZip.Read(path);
        if (entries is not [{ Name: Dossier.Manifest, IsPacked: false } first, .., { Name: Dossier.ManifestHash, IsPacked: false } last])
        {
            throw new StoreException(
                Path.GetFileName(path), $"it is no dossier: one begins with {Dossier.Manifest} and ends with {Dossier.ManifestHash}.",
                "Give a file that renewal dossier wrote.");
        }

        var contents = new DossierContents(Dossier.HashOf(first.Packed.Span));
        contents.Compare(Dossier.ManifestHash, "sha256", Encoding.ASCII.GetString(last.Packed.Span), $"{contents.ManifestHash}  {Dossier.Manifest}\n");
        contents.CompareChecksum(first);
        contents.CompareChecksum(last);
        if (contents._differences.Count == 0)
        {
            contents.ReadManifest(first, [.. entries.Skip(1).SkipLast(1)]);
        }

        return contents;
    }

    // Only a manifest that its own hash vouches for is read at all.
    private void ReadManifest(DossierEntry manifest, IReadOnlyList<DossierEntry> entries)
    {
        try
        {
            Manifest = JsonNode.Parse(manifest.Packed.Span)!.AsObject();
            _hashes = Listed().ToDictionary(file => (string)file["name"]!, file => (string)file["sha256"]!, StringComparer.Ordinal);
            CompareFiles(entries);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException or NullReferenceException or FormatException)
        {
            _differences.Add(new DossierDifference(Dossier.Manifest, "json", "a manifest", "no manifest that can be read"));
            (Manifest, _hashes) = ([], []);
        }
    }

    private IEnumerable<JsonObject> Listed() => Manifest["files"]!.AsArray().Select(file => file!.AsObject());

    private void CompareFiles(IReadOnlyList<DossierEntry> entries)
    {
        foreach (var name in HasHashesOnly ? [] : _hashes.Keys.Except(entries.Select(entry => entry.Name)))
        {
            _differences.Add(new DossierDifference(name, "file", "in the manifest", "not in the dossier"));
        }

        var listed = _hashes.Count == 0 ? [] : Listed().ToDictionary(file => (string)file["name"]!, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!listed.TryGetValue(entry.Name, out var said))
            {
                _differences.Add(new DossierDifference(entry.Name, "file", "not in the manifest", "in the dossier"));
                continue;
            }

            var bytes = entry.Size.ToString(System.Globalization.CultureInfo.InvariantCulture) == said["bytes"]?.ToString() ? entry.Unpacked() : null;
            Compare(entry.Name, "sha256", _hashes[entry.Name], bytes is null ? "bytes that cannot be unpacked" : Dossier.HashOf(bytes));
            Compare(entry.Name, "packed_sha256", said["packed_sha256"]?.ToString() ?? "", entry.PackedHash);
            CompareChecksum(entry, bytes);
            _parts[entry.Name] = bytes ?? [];
        }
    }

    private void CompareChecksum(DossierEntry entry, byte[]? bytes = null) =>
        Compare(entry.Name, "crc32", $"{entry.Checksum:x8}", $"{ZipChecksum.Of(bytes ?? entry.Packed.Span):x8}");

    private void Compare(string file, string number, string was, string found)
    {
        if (was != found)
        {
            _differences.Add(new DossierDifference(file, number, was.TrimEnd(), found.TrimEnd()));
        }
    }
}
