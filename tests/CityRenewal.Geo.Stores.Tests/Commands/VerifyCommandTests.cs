using System.Text.Json;
using CityRenewal.Geo.Stores.Certificates;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>What `renewal propose --certificate` writes, `renewal verify` proves on the same city, and on no other.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Renewal.Checkout, "data", "sample", "city.gpkg");

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-verify").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_bound_that_propose_prints_is_the_one_that_verify_proves()
    {
        var proposed = Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--certificate", InFolder("plan.certificate"), "--json");
        var verified = Renewal.Run("verify", InFolder("plan.certificate"), "--city", Sample, "--json");

        Assert.Equal((0, 0), (proposed.Code, verified.Code));
        var plan = JsonDocument.Parse(proposed.Output).RootElement.GetProperty("plans")[0];
        var verdict = JsonDocument.Parse(verified.Output).RootElement;
        Assert.True(plan.GetProperty("bound_proven").GetBoolean());
        Assert.True(verdict.GetProperty("holds").GetBoolean());
        Assert.Equal(plan.GetProperty("bound").GetDouble(), verdict.GetProperty("bound").GetDouble());
        Assert.Equal(
            plan.GetProperty("bound").GetDouble() - plan.GetProperty("objective").GetDouble(), plan.GetProperty("absolute_gap").GetDouble(), 6);
    }

    [Fact]
    public void A_certificate_of_another_city_or_of_a_changed_unit_does_not_hold()
    {
        var (path, other) = (InFolder("plan.certificate"), InFolder("other.gpkg"));
        Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--certificate", path);
        Renewal.Run("sample", "--parcels", "1000", "--seed", "8", "-o", other);

        Assert.Equal(1, Renewal.Run("verify", path, "--city", other).Code);

        var saved = Read(path);
        var units = saved.Certificate.Units.ToList();
        var largest = units.FindIndex(unit => unit.Millionths == units.Max(each => each.Millionths));
        units[largest] = units[largest] with { Millionths = units[largest].Millionths / 2 };
        using (var stream = File.Create(path))
        {
            CertificateFile.Write(stream, saved with { Certificate = saved.Certificate with { Units = units } });
        }

        var broken = Renewal.Run("verify", path, "--city", Sample);
        Assert.Equal(1, broken.Code);
        Assert.Contains("it proves", broken.Output);
    }

    [Fact]
    public void A_plan_under_rules_is_verified_under_the_same_rules_only()
    {
        var path = InFolder("plan.certificate");
        Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--rules", "cn-2021-63", "--certificate", path);

        Assert.Equal(0, Renewal.Run("verify", path, "--city", Sample, "--rules", "cn-2021-63").Code);
        var without = Renewal.Run("verify", path, "--city", Sample);
        Assert.Equal(2, without.Code);
        Assert.Contains("cn-2021-63", without.Error);
    }

    [Fact]
    public void A_file_that_is_no_certificate_or_not_whole_is_refused_with_a_remedy()
    {
        var path = InFolder("plan.certificate");
        Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--certificate", path);
        File.WriteAllBytes(InFolder("half"), File.ReadAllBytes(path)[..^2_000]);

        Assert.Contains("not whole", Renewal.Run("verify", InFolder("half"), "--city", Sample).Error);
        Assert.Contains("no certificate", Renewal.Run("verify", Sample, "--city", Sample).Error);
    }

    [Fact]
    public void A_certificate_is_the_same_after_it_was_written_and_read()
    {
        var path = InFolder("plan.certificate");
        Renewal.Run("propose", Sample, "-o", InFolder("plan.gpkg"), "--certificate", path, "--lambda", "2");
        using var again = new MemoryStream();
        CertificateFile.Write(again, Read(path));

        Assert.Equal(File.ReadAllBytes(path), again.ToArray());
        Assert.Equal(2, Read(path).Options.Lambda);
    }

    private static SavedCertificate Read(string path)
    {
        using var stream = File.OpenRead(path);
        return CertificateFile.Read(path, stream);
    }

    private string InFolder(string name) => Path.Combine(_folder, name);
}
