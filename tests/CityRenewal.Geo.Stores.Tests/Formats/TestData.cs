using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Where inputs for tests lie.</summary>
internal static class TestData
{
    /// <summary>The folder tests/data of the source tree.</summary>
    public static string Folder { get; } = Path.Combine(SourceTree(), "tests", "data");

    /// <summary>The folder of the real data sets; empty where there is none.</summary>
    public static string RealFolder { get; } = Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_DATA") ?? "";

    public static string Mapping(string name) => Path.Combine(Folder, "mappings", name);

    public static string[] AsDelivered() => [.. Directory.GetFiles(Path.Combine(Folder, "as-delivered")).Order(StringComparer.Ordinal)];

    public static ImportedLayers ImportAsDelivered() =>
        LayerImport.Read(new ImportRequest(AsDelivered(), Mapping("as-delivered.yaml")));

    private static string SourceTree()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityRenewal.Geo.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("CityRenewal.Geo.sln lies above no folder of the tests.");
    }
}

/// <summary>A test on a real data set; visibly skipped where CITYRENEWAL_TEST_DATA has no folder of that name.</summary>
internal sealed class RealDataFactAttribute : FactAttribute
{
    public RealDataFactAttribute(string set)
    {
        var folder = Path.Combine(TestData.RealFolder, set);
        if (TestData.RealFolder.Length == 0 || !Directory.Exists(folder))
        {
            Skip = $"the real data set {set} is not here: CITYRENEWAL_TEST_DATA names no folder that holds it";
        }
    }
}
