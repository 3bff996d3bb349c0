using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CityRenewal.Geo.Stores.Dossiers;
using CityRenewal.Geo.Stores.Tests.GeoPackage;
using CsCheck;

namespace CityRenewal.Geo.Stores.Tests.Dossiers;

/// <summary>A dossier as bytes: the same for the same files, read by any tool, and no byte of it changes unseen.</summary>
public sealed class DossierBytesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_files_in_any_order_give_the_same_bytes()
    {
        var (parts, said) = Sample();

        Assert.Equal(Bytes(said, parts), Bytes(said, [.. parts.Reverse()]));
    }

    [Fact]
    public void Any_other_program_reads_it_and_finds_the_hashes_true()
    {
        var (parts, said) = Sample();
        File.WriteAllBytes(_folder["d.zip"], Bytes(said, parts));

        ZipFile.ExtractToDirectory(_folder["d.zip"], _folder["out"]);

        TemporaryFolder.Run("bash", "-c", $"cd '{_folder["out"]}' && sha256sum --quiet -c manifest.sha256");
        var manifest = JsonNode.Parse(File.ReadAllBytes(_folder["out/manifest.json"]))!;
        Assert.Equal(
            parts.OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => (part.Name, Dossier.HashOf(part.Bytes), part.Bytes.Length)),
            manifest["files"]!.AsArray().Select(file => ((string)file!["name"]!, (string)file["sha256"]!, (int)file["bytes"]!)));
        Assert.All(parts, part => Assert.Equal(part.Bytes, File.ReadAllBytes(_folder[$"out/{part.Name}"])));
    }

    [Fact]
    public void An_untouched_dossier_has_no_difference_and_gives_back_its_files()
    {
        var (parts, said) = Sample();
        File.WriteAllBytes(_folder["d.zip"], Bytes(said, parts));

        var contents = DossierContents.Open(_folder["d.zip"]);

        Assert.Empty(contents.Differences);
        Assert.All(parts, part => Assert.Equal(part.Bytes, contents.Find(part.Name)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_single_changed_byte_is_found(bool hashesOnly)
    {
        var (parts, said) = Sample();
        var bytes = Bytes(said, parts, hashesOnly);

        for (var at = 0; at < bytes.Length; at++)
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= (byte)(1 << (at % 8));
            Assert.True(IsFound(changed), $"byte {at} of {bytes.Length} changed and nobody saw it");
        }
    }

    [Fact]
    public void Bytes_changed_at_random_cut_off_or_added_are_found()
    {
        var (parts, said) = Sample();
        var bytes = Bytes(said, parts);

        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, 2]).Sample(
            (at, value, how) => IsFound(how switch
            {
                0 => [.. bytes[..at], (byte)(bytes[at] ^ Math.Max((byte)1, value)), .. bytes[(at + 1)..]],
                1 => bytes[..at],
                _ => [.. bytes[..at], value, .. bytes[at..]],
            }),
            iter: 2_000);
    }

    [Fact]
    public void A_manifest_that_was_written_anew_with_its_hash_is_told_by_the_hash_that_was_noted()
    {
        var (parts, said) = Sample();
        var noted = Dossier.Write(new MemoryStream(), said, parts, hashesOnly: false);
        File.WriteAllBytes(_folder["d.zip"], Bytes(said, [parts[0] with { Bytes = [1, 2, 3] }, .. parts[1..]]));

        var contents = DossierContents.Open(_folder["d.zip"]);

        Assert.Empty(contents.Differences);
        Assert.NotEqual(noted, contents.ManifestHash);
    }

    private bool IsFound(byte[] bytes)
    {
        var path = _folder[$"changed-{Environment.CurrentManagedThreadId}.zip"];
        File.WriteAllBytes(path, bytes);
        try
        {
            return DossierContents.Open(path).Differences.Count > 0;
        }
        catch (StoreException refusal)
        {
            return refusal.Remedy.Length > 0;
        }
    }

    private static (DossierPart[] Parts, JsonObject Said) Sample() => (
        [
            new DossierPart("plan.json", Encoding.UTF8.GetBytes("{\"areas\":[" + string.Join(',', Enumerable.Range(0, 40)) + "]}")),
            new DossierPart("rules/one.yaml", Encoding.UTF8.GetBytes("pack: one\ntitle_zh: 一条规则\n")),
            new DossierPart("empty.txt", []),
        ],
        new JsonObject { ["seed"] = 7, ["city"] = new JsonObject { ["name"] = "某区", ["data_version"] = "ab" } });

    private static byte[] Bytes(JsonObject said, IReadOnlyList<DossierPart> parts, bool hashesOnly = false)
    {
        using var stream = new MemoryStream();
        Dossier.Write(stream, said, parts, hashesOnly);
        return stream.ToArray();
    }
}
