using System.Diagnostics;
using System.Globalization;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>
/// Shows on stderr what is being done. On a terminal one line moves; in a log a stage that took over a second leaves one
/// line when the next begins.
/// </summary>
internal sealed class StageLine(TextWriter error, bool isTerminal) : IProgress<WorkProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private string _stage = "";
    private int _shownPercent = -1;
    private long _stageStart = Stopwatch.GetTimestamp();

    /// <summary>A line for this process's stderr.</summary>
    public static StageLine OnStandardError() => new(Console.Error, !Console.IsErrorRedirected);

    /// <inheritdoc/>
    public void Report(WorkProgress value)
    {
        lock (_gate)
        {
            if (value.Stage != _stage)
            {
                EndStage();
                (_stage, _shownPercent, _stageStart) = (value.Stage, -1, Stopwatch.GetTimestamp());
            }

            var percent = (int)(Math.Clamp(value.Share, 0, 1) * 100);
            if (isTerminal && percent != _shownPercent && Elapsed.TotalSeconds > 0.3)
            {
                error.Write($"\r\x1b[K  {_stage} {percent,3} %");
                _shownPercent = percent;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            EndStage();
            _stage = "";
        }
    }

    private TimeSpan Elapsed => Stopwatch.GetElapsedTime(_stageStart);

    private void EndStage()
    {
        if (isTerminal && _shownPercent >= 0)
        {
            error.Write("\r\x1b[K");
        }

        if (_stage.Length > 0 && Elapsed.TotalSeconds >= 1)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {_stage}: {Elapsed.TotalSeconds:0.0} s"));
        }
    }
}
