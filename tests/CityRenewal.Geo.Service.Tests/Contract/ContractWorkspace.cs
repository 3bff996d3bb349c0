using System.Runtime.CompilerServices;

namespace CityRenewal.Geo.Service.Tests.Contract;

/// <summary>The contract's files with those they import, as the linter wants them.</summary>
internal sealed class ContractWorkspace : IDisposable
{
    private ContractWorkspace(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>The linter; the test command installs it.</summary>
    public static string Buf => Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_BUF") is { Length: > 0 } path
        ? path
        : throw new InvalidOperationException("CITYRENEWAL_TEST_BUF is not set: run tests/run.sh, which installs buf and says where it is.");

    /// <summary>The contract as it was released.</summary>
    public static string Released => Path.Combine(Root(), "tests", "data", "contract", "released.binpb");

    public static ContractWorkspace Make()
    {
        var folder = Directory.CreateTempSubdirectory("renewal-contract").FullName;
        Copy(Path.Combine(Root(), "src", "proto"), Path.Combine(folder, "contract"));
        Copy(CommonProtos(), Path.Combine(folder, "common"));
        File.Copy(Path.Combine(Root(), "tests", "data", "contract", "buf.yaml"), Path.Combine(folder, "buf.yaml"));
        return new ContractWorkspace(folder);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*.proto", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string CommonProtos()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.EnumerateDirectories(Path.Combine(packages, "google.api.commonprotos")).Order().Select(version => Path.Combine(version, "content", "protos")).Last(Directory.Exists);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
