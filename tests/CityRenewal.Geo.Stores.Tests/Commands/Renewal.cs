using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CityRenewal.Geo.Stores.Tests.Commands;

/// <summary>Runs the real command line as a process, as a planner's script would.</summary>
internal static class Renewal
{
    /// <summary>What a command printed and how it ended.</summary>
    public sealed record Ending(int Code, string Output, string Error);

    public static Ending Run(params string[] arguments) => Run("dotnet", [CommandLine(), .. arguments]);

    /// <summary>A second opinion in Python, with Debian's own packages.</summary>
    public static Ending Python(string script, params string[] arguments) =>
        Run("/usr/bin/python3", ["-W", "ignore", Path.Combine(Here(), "..", "python", script), .. arguments]);

    /// <summary>Runs a line of bash, for what only a shell can set up.</summary>
    public static Ending Shell(string line) => Run("bash", ["-c", line]);

    public static Process Start(params string[] arguments) => Process.Start(Of("dotnet", [CommandLine(), .. arguments]))!;

    /// <summary>Folder of the repository.</summary>
    public static string Checkout => Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    private static Ending Run(string program, string[] arguments)
    {
        using var process = Process.Start(Of(program, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Ending(process.ExitCode, output, error.Result);
    }

    private static ProcessStartInfo Of(string program, string[] arguments) => new(program, arguments)
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    public static string CommandLine() => Path.Combine(AppContext.BaseDirectory, "renewal.dll");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
