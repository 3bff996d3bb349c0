using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Grpc.Net.Client;

namespace CityRenewal.Geo.Benchmarks.Services;

/// <summary>`renewal serve` as a process of its own, on an empty office in a folder or a database.</summary>
internal sealed class OfficeProcess : IDisposable
{
    private const int MostBytes = 256 << 20;

    private readonly Process _process;

    public OfficeProcess(string store)
    {
        var start = new ProcessStartInfo("dotnet", [Command(), "serve", "--store", store, "--json-port", "0", "--grpc-port", "0"]) { RedirectStandardOutput = true };

        // As the unit of the service sets them.
        (start.Environment["DOTNET_gcServer"], start.Environment["DOTNET_GCDynamicAdaptationMode"], start.Environment["DOTNET_TieredPGO"]) = ("1", "0", "1");
        _process = Process.Start(start)!;
        while (Address.Length == 0 && _process.StandardOutput.ReadLine() is { } line)
        {
            Address = line.StartsWith("gRPC", StringComparison.Ordinal) ? $"http://{line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Single(word => word.StartsWith("127.0.0.1:", StringComparison.Ordinal))}" : "";
        }

        _ = _process.StandardOutput.ReadToEndAsync();
        Channel = GrpcChannel.ForAddress(Address, new GrpcChannelOptions { MaxReceiveMessageSize = MostBytes, MaxSendMessageSize = MostBytes });
    }

    /// <summary>Where gRPC is spoken, without TLS.</summary>
    public string Address { get; } = "";

    /// <summary>One connection to it.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>Memory that the process holds, MB.</summary>
    public double MemoryMb
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
    }

    public void Dispose()
    {
        Channel.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Command([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CityRenewal.Geo.Cli", "bin", "Release", "net10.0", "renewal.dll"));
}
