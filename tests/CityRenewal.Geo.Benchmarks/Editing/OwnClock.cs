using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Benchmarks.Editing;

/// <summary>Times one small operation: by the wall, and by what this thread was given of the processor.</summary>
internal static class OwnClock
{
    private const int OfThisThread = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    /// <summary>Seconds of an operation that runs on the thread that asks.</summary>
    public static (double Wall, double Cpu) Time(Action run)
    {
        var before = Cpu();
        var clock = Stopwatch.StartNew();
        run();
        return (clock.Elapsed.TotalSeconds, Cpu() - before);
    }

    private static double Cpu() =>
        OperatingSystem.IsLinux() && ClockTime(OfThisThread, out var time) == 0 ? time.Seconds + (time.Nanoseconds * 1e-9) : double.NaN;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ClockTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct TimeSpec(long Seconds, long Nanoseconds);
}
