using System.Diagnostics;
using Npgsql;

namespace CityRenewal.Geo.Benchmarks.Offices;

/// <summary>ogr2ogr at its best practice: COPY into PostGIS, one transaction into a GeoPackage, indexes made afterwards.</summary>
internal static class Ogr
{
    internal const string Schema = "bench_ogr";

    /// <summary>Copies parcels into a new GeoPackage without an index.</summary>
    internal static void ToGeoPackage(string source, string target)
    {
        File.Delete(target);
        Run("-f", "GPKG", target, source, "parcels", "-lco", "SPATIAL_INDEX=NO", "-gt", "unlimited");
    }

    /// <summary>Makes the index of a GeoPackage.</summary>
    internal static void IndexGeoPackage(string target) => Run("ogrinfo", ["-q", target, "-sql", "SELECT CreateSpatialIndex('parcels', 'geom')"]);

    /// <summary>Copies parcels into a new table without an index.</summary>
    internal static void ToPostGis(string source, string connection) => Run(
        "--config", "PG_USE_COPY", "YES", "-f", "PostgreSQL", Address(connection), source, "parcels", "-nln", $"{Schema}.parcels", "-overwrite",
        "-lco", "SPATIAL_INDEX=NONE", "-gt", "unlimited");

    /// <summary>Reads a layer into memory.</summary>
    internal static void Read(string source, string layer) => Run("-f", "Memory", "nowhere", source, layer);

    internal static string Address(string connection) => new NpgsqlConnectionStringBuilder(connection) is var at
        ? $"PG:host={at.Host} port={at.Port} user={at.Username} dbname={at.Database}"
        : "";

    internal static void Sql(string connection, string sql)
    {
        using var opened = new NpgsqlConnection(connection);
        opened.Open();
        using var command = new NpgsqlCommand(sql, opened) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    private static void Run(params string[] arguments) => Run("ogr2ogr", arguments);

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var words = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program}: {words.Result}");
        }
    }
}
