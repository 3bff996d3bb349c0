using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Shapes;

/// <summary>Asks others for areas and perimeters on GRS80: PROJ's geodesics through pyproj, and geography in PostGIS.</summary>
internal static class OracleMeasures
{
    private const string GeodScript =
        """
        import json, sys
        from pyproj import Geod
        geod = Geod(ellps="GRS80")
        for ring in json.load(sys.stdin):
            area, perimeter = geod.polygon_area_perimeter([p[0] for p in ring], [p[1] for p in ring])
            print(repr(abs(area)), repr(perimeter))
        """;

    public static IReadOnlyList<RingMeasure> Geod(double[][][] rings) =>
        Answers("/usr/bin/python3", ["-c", GeodScript], JsonSerializer.Serialize(rings));

    public static IReadOnlyList<RingMeasure> PostGis(double[][][] rings)
    {
        var connection = Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS")
            ?? throw new InvalidOperationException("No PostGIS to compare with: run through tests/run.sh.");
        var query = string.Join('\n', rings.Select(ring => string.Create(
            CultureInfo.InvariantCulture,
            $"select ST_Area(g), ST_Perimeter(g) from (select 'SRID=4490;POLYGON(({Wkt(ring)}))'::geography g) q;")));
        return Answers("psql", ["-X", "-A", "-t", "-F", " ", "-v", "ON_ERROR_STOP=1", KeywordString(connection)], query);
    }

    private static string Wkt(double[][] ring) => string.Join(
        ',', ring.Append(ring[0]).Select(point => string.Create(CultureInfo.InvariantCulture, $"{point[0]:R} {point[1]:R}")));

    private static string KeywordString(string connection) => string.Join(' ', connection
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=', 2))
        .Select(part => $"{part[0].Trim().ToLowerInvariant() switch { "username" => "user", "database" => "dbname", var key => key }}={part[1]}"));

    private static List<RingMeasure> Answers(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var lines = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return [.. lines.Select(line => line.Split(' ')).Select(parts => new RingMeasure(
            double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)))];
    }
}
