using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CityRenewal.Geo.Stores.Tests.Offices;

/// <summary>A PostgreSQL server of one test's own, to be stopped and started. It refuses to run as root: root hands it to the account that its package made.</summary>
public sealed class OwnServer : IDisposable
{
    private static readonly string Programs = Path.Combine(Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last(), "bin");

    // Short: the path of a server's socket has at most 107 letters.
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pg-");

    public OwnServer()
    {
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        if (Environment.IsPrivilegedProcess)
        {
            using var give = Process.Start("chown", ["postgres", _folder.FullName]);
            give.WaitForExit();
        }

        Call("initdb", "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        Start();
        Call("createdb", "-h", "127.0.0.1", "-p", $"{Port}", "-U", "postgres", "office");
    }

    public int Port { get; }

    public string Address => $"postgresql://postgres:geheim@127.0.0.1:{Port}/office";

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Start() => Call(
        "pg_ctl", "-D", Data, "-w", "-l", Path.Combine(_folder.FullName, "log"), "-o",
        $"-p {Port} -k {_folder.FullName} -c listen_addresses=127.0.0.1 -c max_connections=30", "start");

    /// <summary>Stops it at once, as a crash does: it recovers from its log when it is started.</summary>
    public void Crash() => Call("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public void Dispose()
    {
        using (var stop = Process.Start(Of("pg_ctl", "-D", Data, "-m", "immediate", "stop"))!)
        {
            stop.WaitForExit();
        }

        _folder.Delete(recursive: true);
    }

    // A server that was started keeps the pipes of whoever started it: its words go to a file of its own.
    private void Call(string program, params string[] arguments)
    {
        using var process = Process.Start(Of(program, arguments))!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }

    private ProcessStartInfo Of(string program, params string[] arguments)
    {
        string[] call = [Path.Combine(Programs, program), .. arguments];
        var quoted = string.Join(' ', call.Select(word => $"'{word}'")) + " >/dev/null 2>&1";
        return new ProcessStartInfo("sh", Environment.IsPrivilegedProcess ? ["-c", $"runuser -u postgres -- sh -c \"{quoted}\""] : ["-c", quoted])
        {
            WorkingDirectory = "/",
        };
    }
}
