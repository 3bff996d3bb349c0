using System.Diagnostics;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("city-file-");

    internal string this[string name] => Path.Combine(_folder.FullName, name);

    internal IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order();

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Runs a program and returns what it wrote; fails with its complaints when it does.</summary>
    internal static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var complaints = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {complaints.Result}{output}");
        return output;
    }

    internal static string Sql(string path, string sql) => Run("sqlite3", path, sql).TrimEnd('\n');

    /// <summary>Changes a file as QGIS would: through GDAL, which knows the functions that the index triggers call.</summary>
    internal static void Edit(string path, string sql) => Run("ogrinfo", "-update", path, "-sql", sql);
}
