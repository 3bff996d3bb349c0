using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Tests;

/// <summary>Keeps the arrows of src/ARCHITECTURE.md true: a folder of the engine uses only those listed before it.</summary>
public partial class LayoutTests
{
    private static readonly string[] FoldersFromTheGroundUp =
    [
        "Shapes", "Land", "Fabric", "Overlay", "Defects", "Readiness", "Contiguity", "Need", "Areas", "Metrics", "Compliance",
        "Certificates", "Delineation", "Reasons", "Editing", "Repairs", "Cities", "Comparison", "Register",
    ];

    [Fact]
    public void Folders_use_only_what_lies_below_them()
    {
        var climbs =
            from file in Directory.EnumerateFiles(EngineFolder(), "*.cs", SearchOption.AllDirectories)
            let folder = Path.GetRelativePath(EngineFolder(), file).Split(Path.DirectorySeparatorChar)[0]
            where FoldersFromTheGroundUp.Contains(folder)
            from Match usage in EngineFolderName().Matches(File.ReadAllText(file))
            where Height(usage.Value) > Height(folder)
            select $"{Path.GetFileName(file)}: {folder} uses {usage.Value}";

        Assert.Empty(climbs);
    }

    [Fact]
    public void Every_folder_of_the_engine_has_its_place_in_the_order() =>
        Assert.DoesNotContain(
            Directory.EnumerateDirectories(EngineFolder()).Select(folder => Path.GetFileName(folder)!),
            name => name is not ("bin" or "obj") && !FoldersFromTheGroundUp.Contains(name));

    [Theory]
    [InlineData("System.IO.File")]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("Stopwatch")]
    [InlineData("Random.Shared")]
    [InlineData("HttpClient")]
    public void The_engine_touches_no_file_clock_network_or_global_random(string forbidden)
    {
        var users =
            from file in Directory.EnumerateFiles(EngineFolder(), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            where File.ReadAllText(file).Contains(forbidden)
            select Path.GetFileName(file);

        Assert.Empty(users);
    }

    [Fact]
    public void The_engine_refers_to_no_project_and_to_no_solver()
    {
        var project = File.ReadAllText(Path.Combine(EngineFolder(), "CityRenewal.Geo.csproj"));

        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("OrTools", project, StringComparison.Ordinal);
    }

    private static int Height(string folder) => Array.IndexOf(FoldersFromTheGroundUp, folder);

    private static string EngineFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/CityRenewal.Geo"));

    // Catches `using CityRenewal.Geo.Metrics;`, an alias for it, and a qualified `Metrics.PolsbyPopper`.
    [GeneratedRegex(@"(?<=CityRenewal\.Geo\.)\w+|(?<![\w.])(?:Fabric|Defects|Readiness|Overlay|Contiguity|Need|Areas|Metrics|Compliance|Certificates|Delineation|Editing|Cities|Comparison|Register)(?=\.[A-Z]\w+[.(])")]
    private static partial Regex EngineFolderName();
}
