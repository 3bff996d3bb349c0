using System.Runtime.CompilerServices;
using CityRenewal.Geo.Service.Operating.Settings;
using Microsoft.Extensions.Logging;

namespace CityRenewal.Geo.Service.Tests.Operating;

public class SettingsTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Nothing = [];

    [Fact]
    public void What_is_given_goes_before_the_environment_that_before_the_file_and_that_before_what_is_usual()
    {
        var file = Written("limits:\n  vertices: 5000\n  depth: 9\n  silence_s: 7\nstore: /from/file\n");

        var options = ServiceSettings.Read(
            new Dictionary<string, IReadOnlyList<string>> { ["limits.vertices"] = ["1000000"], ["limits.geometry_vertices"] = ["1000"] },
            name => name switch { "CITYRENEWAL_LIMITS_VERTICES" => "6000", "CITYRENEWAL_LIMITS_DEPTH" => "8", _ => null }, file);

        Assert.Equal((1_000_000, 8, 7.0, "/from/file", 5080), (options.Limits.Vertices, options.Limits.Depth, options.Limits.Silence.TotalSeconds, options.Store, options.JsonPort));
        Assert.Equal(LogLevel.Warning, options.LogLevel);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_where_it_was_set()
    {
        var file = Written("""{"listen": "0.0.0.0", "limits": {"depth": "deep"}, "web": {"origins": ["*"]}, "nonsense": 1, "access": {"authority": "http://login.example.org"}}""");

        var refused = Assert.Throws<SettingsException>(() => ServiceSettings.Read(
            new Dictionary<string, IReadOnlyList<string>> { ["listem"] = ["x"], ["cities"] = ["/nowhere.gpkg"] }, name => name == "CITYRENEWAL_JSON_PORT" ? "70000" : null, file));

        string[] wanted = ["listem (--set)", "nonsense", "listen", "limits.depth", "web.origins", "json_port (CITYRENEWAL_JSON_PORT)", "access.authority", "access.audience", "cities"];
        foreach (var name in wanted)
        {
            Assert.Contains(refused.Problems, problem => problem.StartsWith(name, StringComparison.Ordinal));
        }

        Assert.Equal(wanted.Length, refused.Problems.Count);
    }

    [Theory]
    [InlineData("a: [b")]
    [InlineData("\t- x: y: z")]
    public void A_file_that_is_none_is_told_with_its_line(string text)
    {
        var refused = Assert.Throws<SettingsException>(() => ServiceSettings.Read(Nothing, _ => null, Written(text)));

        Assert.Contains("Line ", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_of_the_deployment_holds_only_settings_that_there_are()
    {
        var refused = Assert.Throws<SettingsException>(() => ServiceSettings.Read(Nothing, _ => null, Deployed("renewal.yaml")));

        // On this machine there is no such certificate; nothing else is wrong with it.
        Assert.StartsWith("tls.certificate", Assert.Single(refused.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_told_once_and_make_variables_that_shells_take()
    {
        Assert.Equal(SettingList.All.Count, SettingList.All.Select(setting => setting.Variable).Distinct().Count());
        Assert.All(SettingList.All, setting => Assert.Matches("^CITYRENEWAL_[A-Z_]+$", setting.Variable));
    }

    private static string Written(string text)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, text);
        return path;
    }

    private static string Deployed(string name, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/CityRenewal.Geo.Service/deploy", name));
}
