using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>Every notebook runs from its first cell to its last against the running service, headless, with Debian's Python.</summary>
[Collection("service")]
public sealed class NotebookTests(RunningService service) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-notebook").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_notebook_runs_without_fault_and_draws_maps(string notebook)
    {
        var output = Path.Combine(_folder, notebook);
        var start = new ProcessStartInfo("/usr/bin/python3",
            ["-m", "nbconvert", "--to", "notebook", "--execute", "--output", output, notebook])
        {
            WorkingDirectory = Folder(), RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["CITYRENEWAL_GRPC"] = $"{service.Grpc.Host}:{service.Grpc.Port}";
        start.Environment["CITYRENEWAL_CITY_NAME"] = "sample";
        start.Environment["CITYRENEWAL_CITY"] = Path.Combine(Folder(), "..", "data", "sample", "city.gpkg");
        start.Environment["PYDEVD_DISABLE_FILE_VALIDATION"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, await error);
        var cells = JsonDocument.Parse(await File.ReadAllTextAsync(output)).RootElement.GetProperty("cells").EnumerateArray().ToList();
        Assert.True(cells.Count(HasPicture) >= 3, "a notebook without maps");
    }

    public static TheoryData<string> Notebooks() => [.. Directory.GetFiles(Folder(), "*.ipynb").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private static bool HasPicture(JsonElement cell) =>
        cell.TryGetProperty("outputs", out var outputs)
        && outputs.EnumerateArray().Any(item => item.TryGetProperty("data", out var data) && data.TryGetProperty("image/png", out _));

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "notebooks"));
}
