using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Shapes;

/// <summary>Asks PROJ's own cs2cs, in the axis order of the register, one process a call.</summary>
internal static class Proj
{
    public static string Text(WorkingPlane plane) => string.Create(
        CultureInfo.InvariantCulture,
        $"+proj=aea +lat_0={plane.CentreLatitude} +lon_0={plane.CentreLongitude} +lat_1={plane.SouthParallel} +lat_2={plane.NorthParallel} +ellps=GRS80 +units=m +type=crs");

    public static (double First, double Second)[] Convert(
        string source, string target, IEnumerable<(double First, double Second)> points) =>
        Ask("cs2cs", ["-f", "%.12f", source, "+to", target], points);

    /// <summary>Points through a pipeline of PROJ's cct.</summary>
    public static (double First, double Second)[] Pipeline(string pipeline, IEnumerable<(double First, double Second)> points) =>
        Ask("cct", ["-d", "12", "-z", "0", "-t", "0", .. pipeline.Split(' ', StringSplitOptions.RemoveEmptyEntries)], points);

    /// <summary>What a Python script prints, with Debian's own packages.</summary>
    public static string Python(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-W", "ignore", "-c", script]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static (double First, double Second)[] Ask(string program, string[] arguments, IEnumerable<(double First, double Second)> points)
    {
        var lines = points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.First:R} {p.Second:R}")).ToArray();
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(string.Join('\n', lines) + "\n");
        process.StandardInput.Close();
        var answers = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Length, answers.Length);
        return [.. answers.Select(Parse)];
    }

    private static (double First, double Second) Parse(string line)
    {
        var parts = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
