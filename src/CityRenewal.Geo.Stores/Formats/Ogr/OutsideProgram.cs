using System.ComponentModel;
using System.Diagnostics;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Runs another program to its end; a cancel or the time limit ends it and everything that it started.</summary>
internal static class OutsideProgram
{
    /// <summary>What the program wrote, and its exit code.</summary>
    public sealed record Ending(int Code, string Output, string Complaints);

    /// <returns>Null where there is no such program.</returns>
    /// <exception cref="TimeoutException">It ran longer than it may.</exception>
    public static Ending? Run(
        string program,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan limit,
        CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Started(start);
        return process is null ? null : Awaited(process, limit, cancel);
    }

    private static Ending Awaited(Process process, TimeSpan limit, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        either.CancelAfter(limit);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(either.Token);
            var complaints = process.StandardError.ReadToEndAsync(either.Token);
            process.WaitForExitAsync(either.Token).GetAwaiter().GetResult();
            return new Ending(process.ExitCode, output.GetAwaiter().GetResult(), complaints.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            cancel.ThrowIfCancellationRequested();
            throw new TimeoutException();
        }
    }

    private static Process? Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
