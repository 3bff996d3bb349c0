using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Grpc.Net.Client;

namespace CityRenewal.Geo.Service.Tests;

/// <summary>The service as an office runs it: a process of its own, which may be killed.</summary>
internal sealed partial class ServiceProcess : IDisposable
{
    private readonly Process _process;

    private ServiceProcess(Process process, string grpc, string json)
    {
        (_process, Grpc, Json) = (process, grpc, new Uri(json));
        Channel = GrpcChannel.ForAddress($"http://{grpc}", new GrpcChannelOptions { MaxReceiveMessageSize = 256 << 20 });
    }

    /// <summary>Host and port of gRPC.</summary>
    public string Grpc { get; }

    public Uri Json { get; }

    public GrpcChannel Channel { get; }

    public int Id => _process.Id;

    /// <summary>Starts the service on a store and waits until it listens.</summary>
    public static async Task<ServiceProcess> StartAsync(string store, params string[] further)
    {
        var start = new ProcessStartInfo("dotnet", [Command(), "serve", "--store", store, "--json-port", "0", "--grpc-port", "0", .. further])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string grpc = "", json = "";
        while (json.Length == 0 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            grpc = line.StartsWith("gRPC", StringComparison.Ordinal) ? Address().Match(line).Value : grpc;
            json = line.StartsWith("JSON", StringComparison.Ordinal) ? Link().Match(line).Value : json;
        }

        _ = process.StandardOutput.ReadToEndAsync();
        return json.Length > 0 ? new ServiceProcess(process, grpc, json) : throw new InvalidOperationException($"the service did not start: {await error}");
    }

    /// <summary>Ends it as a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        Channel.Dispose();
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    // The command as it was built beside these tests.
    private static string Command([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(
        Path.GetDirectoryName(here)!, "..", "..", "src", "CityRenewal.Geo.Cli", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Debug{Path.DirectorySeparatorChar}") ? "Debug" : "Release", "net10.0", "renewal.dll"));

    [GeneratedRegex(@"127\.0\.0\.1:\d+")]
    private static partial Regex Address();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Link();
}
