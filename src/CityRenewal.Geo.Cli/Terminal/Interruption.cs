using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>
/// Ctrl+C and the request to end, from before the first step of a command until after its last. The first one asks
/// the command to stop in its own time, the second ends the process at once (a service that is stopping finishes).
/// </summary>
/// <remarks>
/// The parsing library listens only from a command's first asynchronous step on and decides the exit code itself; a
/// signal before that step would end the process with work half done.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption()
    {
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal => PosixSignalRegistration.Create(signal, Ask))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _asked.Token;

    // The source is left to the collector: a signal may still be on its way while the command ends.
    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Ask(PosixSignalContext context)
    {
        if (_asked.IsCancellationRequested)
        {
            return;
        }

        context.Cancel = true;
        _asked.Cancel();
    }
}
