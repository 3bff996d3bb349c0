using System.IO.Compression;
using System.Text.Json.Nodes;
using CityRenewal.Geo.Stores.Dossiers;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Dossiers;

/// <summary>Zips that somebody made to do harm, or that came to harm on the way, are refused with what to do.</summary>
public sealed class HostileZipTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../../etc/cron.d/evil")]
    [InlineData("/etc/passwd")]
    [InlineData("rules/../../evil.yaml")]
    [InlineData("C:\\evil.bat")]
    public void A_name_that_leads_outside_is_refused(string name)
    {
        Zip((name, new byte[10]));

        Assert.Contains("outside", Refusal().Message);
    }

    [Fact]
    public void A_bomb_is_refused_before_anything_is_unpacked()
    {
        using (var zip = ZipFile.Open(_folder["d.zip"], ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("manifest.json").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++)
            {
                entry.Write(zeros);
            }
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains("nothing was unpacked", Refusal().Message);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 50_000_000);
    }

    [Fact]
    public void A_name_that_stands_twice_is_refused()
    {
        Zip(("manifest.json", [1]), ("plan.json", [2]), ("plan.json", [3]));

        Assert.Contains("'plan.json' 2 times", Refusal().Message);
    }

    [Fact]
    public void More_files_than_any_dossier_has_are_refused()
    {
        Zip([.. Enumerable.Range(0, 10_001).Select(i => ($"f{i}", new byte[1]))]);

        Assert.Contains("10,001 files", Refusal().Message);
    }

    [Fact]
    public void A_file_that_says_to_be_larger_than_it_is_is_refused()
    {
        var bytes = Whole();
        var at = 14 + 4 + 4;
        BitConverter.TryWriteBytes(bytes.AsSpan(at), 1_900_000_000u);
        File.WriteAllBytes(_folder["d.zip"], bytes);

        Assert.NotEmpty(Refusal().Remedy);
    }

    [Fact]
    public void A_dossier_that_was_cut_off_is_refused()
    {
        var bytes = Whole();
        File.WriteAllBytes(_folder["d.zip"], bytes[..(bytes.Length / 2)]);

        Assert.Contains("not a whole zip", Refusal().Message);
    }

    [Fact]
    public void A_zip_that_is_no_dossier_is_refused()
    {
        Zip(("parcels.shp", [1]), ("parcels.dbf", [2]));

        Assert.Contains("not as a dossier has it", Refusal().Message);
    }

    private StoreException Refusal() => Assert.Throws<StoreException>(() => DossierContents.Open(_folder["d.zip"]));

    private static byte[] Whole()
    {
        using var stream = new MemoryStream();
        Dossier.Write(stream, new JsonObject { ["seed"] = 7 }, [new DossierPart("plan.json", new byte[5_000])], hashesOnly: false);
        return stream.ToArray();
    }

    private void Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var zip = ZipFile.Open(_folder["d.zip"], ZipArchiveMode.Create);
        foreach (var (name, bytes) in files)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }
}
