using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Programs that people read tiles with: GDAL lays them beside the originals, QGIS draws them.</summary>
[Collection("service")]
public class TileReadersTests(RunningService service)
{
    [Fact]
    public async Task GDAL_reads_tiles_whose_outlines_lie_within_a_unit_of_the_originals()
    {
        var (code, output, error) = await PythonAsync("read_tiles.py", service.CityPath, Beside("Tiles/spec/tilejson-3.0.0.schema.json"));

        Assert.True(code == 0, error);
        var answer = JsonDocument.Parse(output).RootElement;
        var results = answer.GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(90, results.Count);
        Assert.True(results.Sum(result => result.GetProperty("drawn").GetInt32()) > 3_000);
        foreach (var result in results)
        {
            var isRight = result.GetProperty("farther_than_a_unit").GetArrayLength() == 0
                && result.GetProperty("invalid").GetInt32() == 0 && result.GetProperty("missing").GetInt32() == 0;
            Assert.True(isRight, result.ToString());
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("parcels", "16")]
    public async Task QGIS_opens_tiles_as_a_layer_and_draws_them(string layer, string zoom)
    {
        var picture = Path.ChangeExtension(Path.GetTempFileName(), ".png");

        var (code, output, error) = await PythonAsync("draw_tiles.py", layer.Length == 0 ? [picture] : [picture, layer, zoom]);

        File.Delete(picture);
        Assert.True(code == 0, error);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.True(answer.GetProperty("valid").GetBoolean());
        Assert.Empty(answer.GetProperty("errors").EnumerateArray());
        Assert.InRange(answer.GetProperty("white").GetDouble(), 0.02, 0.8);
        Assert.True(answer.GetProperty("colours").GetInt32() > 10);
    }

    private static string Beside(string file, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", file));

    private async Task<(int Code, string Output, string Error)> PythonAsync(string script, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", [Beside($"python/{script}"), service.Json.ToString().TrimEnd('/'), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }
}
