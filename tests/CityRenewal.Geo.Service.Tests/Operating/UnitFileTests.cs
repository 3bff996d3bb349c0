using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Service.Tests.Operating;

/// <summary>What systemd itself says of the unit.</summary>
public partial class UnitFileTests
{
    [Fact]
    public void Systemd_accepts_the_unit_and_calls_it_well_shut_off()
    {
        var folder = StartedService.NewFolder();
        var unit = Path.Combine(folder, "renewal.service");

        // Program and user are those of a machine where it is installed.
        File.WriteAllText(unit, Installed().Replace(File.ReadAllText(Deployed()), "").Replace("/usr/bin/renewal", "/bin/true", StringComparison.Ordinal));
        var (code, said) = Run("verify", unit);
        var (_, security) = Run("security", "--offline=true", "--no-pager", unit);
        Directory.Delete(folder, recursive: true);

        Assert.True(code == 0, said);
        Assert.DoesNotContain("Unknown", said, StringComparison.Ordinal);
        Assert.InRange(double.Parse(Exposure().Match(security).Groups[1].Value, CultureInfo.InvariantCulture), 0, 2);
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("systemd-analyze", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static string Deployed([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CityRenewal.Geo.Service/deploy/renewal.service"));

    [GeneratedRegex("^(User|Group)=.*\n", RegexOptions.Multiline)]
    private static partial Regex Installed();

    [GeneratedRegex(@"exposure level for \S+: ([0-9.]+)")]
    private static partial Regex Exposure();
}
