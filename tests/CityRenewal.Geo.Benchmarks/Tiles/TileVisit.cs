using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CityRenewal.Geo.Reports.Tiles;

namespace CityRenewal.Geo.Benchmarks.Tiles;

/// <summary>What users who asked for tiles at the same time got.</summary>
internal sealed record TileVisit(int Tiles, int Errors, double MeanSeconds, double P95, double P99, double Slowest, double PerSecond, long Bytes)
{
    /// <summary>The word that makes this program the users: <c>tile-users WHERE USERS LIST</c>.</summary>
    public const string Word = "tile-users";

    public string Note => string.Create(
        CultureInfo.InvariantCulture,
        $"{Tiles} tiles, {Errors} errors, {PerSecond:N0} tiles/s, p95 {P95 * 1000:F0} ms, p99 {P99 * 1000:F0} ms, slowest {Slowest * 1000:F0} ms, {Bytes / Math.Max(1, Tiles) / 1000.0:F1} kB a tile as sent; users in a second process of this program");

    /// <summary>Starts the users as a process of their own and waits for them.</summary>
    public static TileVisit InOwnProcess(string where, IReadOnlyList<TileAddress> tiles, int users)
    {
        var list = Path.GetTempFileName();
        File.WriteAllLines(list, tiles.Select(tile => $"{tile.Zoom}/{tile.Column}/{tile.Row}"));
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), Word, where, users.ToString(CultureInfo.InvariantCulture), list])
        {
            RedirectStandardOutput = true,
        })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        File.Delete(list);
        return JsonSerializer.Deserialize<TileVisit>(said)!;
    }

    /// <summary>Being the users: each takes the next tile of the list until none is left.</summary>
    public static int Of(string[] args)
    {
        var tiles = File.ReadAllLines(args[3]);
        using var source = TileSource.At(args[1]);
        var seconds = new double[tiles.Length];
        int next = -1, errors = 0;
        long bytes = 0;

        // Connections and code are warmed by tiles that are not counted.
        Ask(tiles.Length, _ => source.WarmAsync()).Wait();
        var clock = Stopwatch.StartNew();
        Ask(tiles.Length, async i =>
        {
            var began = Stopwatch.GetTimestamp();
            var length = await source.TileAsync(tiles[i]);
            seconds[i] = Stopwatch.GetElapsedTime(began).TotalSeconds;
            Interlocked.Add(ref errors, length < 0 ? 1 : 0);
            Interlocked.Add(ref bytes, Math.Max(0, length));
        }).Wait();
        var all = clock.Elapsed.TotalSeconds;
        Array.Sort(seconds);
        Console.WriteLine(JsonSerializer.Serialize(new TileVisit(
            tiles.Length, errors, seconds.Average(), Share(0.95), Share(0.99), seconds[^1], tiles.Length / all, bytes)));
        return 0;

        Task Ask(int count, Func<int, Task> ask)
        {
            next = -1;
            return Task.WhenAll(Enumerable.Range(0, int.Parse(args[2], CultureInfo.InvariantCulture)).Select(_ => Task.Run(async () =>
            {
                for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                {
                    await ask(i);
                }
            })));
        }

        double Share(double share) => seconds[(int)(share * (seconds.Length - 1))];
    }

    private static string[] Self() => Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
