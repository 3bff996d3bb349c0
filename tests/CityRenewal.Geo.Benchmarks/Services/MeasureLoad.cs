using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CityRenewal.Geo.Service.V1;
using Google.Protobuf;

namespace CityRenewal.Geo.Benchmarks.Services;

/// <summary>Many small calls from h2load, a client in C that leaves the processors to the service. Every answer is counted with its size: an error is shorter.</summary>
internal static partial class MeasureLoad
{
    private const int Connections = 8, Streams = 100;

    /// <summary>What h2load calls itself; null where it is not installed (Debian: nghttp2-client).</summary>
    public static string? Client()
    {
        try
        {
            return Output("--version").Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Seconds that so many calls take.</summary>
    /// <exception cref="InvalidOperationException">Not every call was answered as the first one.</exception>
    public static double Run(OfficeProcess office, MeasureOutlinesRequest request, int calls)
    {
        var answer = new Outlines.OutlinesClient(office.Channel).MeasureOutlines(request);
        var body = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(body, Framed(request));
            var told = Output(
                "-n", $"{calls}", "-c", $"{Connections}", "-m", $"{Streams}", "-t", "1", "-d", body,
                "-H", "content-type: application/grpc", "-H", "te: trailers", $"{office.Address}/cityrenewal.geo.v1.Outlines/MeasureOutlines");
            var (succeeded, bytes) = (Number(Succeeded().Match(told)), Number(Bytes().Match(told)));
            return succeeded == calls && bytes == (long)calls * Framed(answer).Length
                ? calls / double.Parse(PerSecond().Match(told).Groups[1].Value, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"h2load was not answered as it should be: {told}");
        }
        finally
        {
            File.Delete(body);
        }
    }

    // A message of gRPC: not packed, its length, itself.
    private static byte[] Framed(IMessage message)
    {
        var framed = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(framed.AsSpan(1), framed.Length - 5);
        message.WriteTo(framed.AsSpan(5));
        return framed;
    }

    private static string Output(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("h2load", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }

    private static long Number(Match match) => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(\d+) succeeded")]
    private static partial Regex Succeeded();

    [GeneratedRegex(@"\((\d+)\) data")]
    private static partial Regex Bytes();

    [GeneratedRegex(@"([\d.]+) req/s")]
    private static partial Regex PerSecond();
}
