using System.Globalization;
using CityRenewal.Geo.Shapes;
using Npgsql;
using NpgsqlTypes;

namespace CityRenewal.Geo.Benchmarks.Fabric;

/// <summary>Faces of all borders by PostGIS, over a table of boundaries.</summary>
internal sealed class PostGisFaces : IDisposable
{
    private const string Statement =
        """
        select count(*) from st_dump(st_polygonize(array[
            (select st_node(st_collect(st_snaptogrid(g, 0.1))) from bench_fabric.borders)]))
        """;

    private readonly NpgsqlConnection _connection;

    public PostGisFaces(string connection, PolygonColumns parcels, double gridSize)
    {
        _connection = new NpgsqlConnection(connection);
        _connection.Open();
        Execute(
            """
            create extension if not exists postgis;
            drop schema if exists bench_fabric cascade;
            create schema bench_fabric;
            create table bench_fabric.borders (g geometry);
            create table bench_fabric.texts (t text);
            """);
        Copy(parcels, gridSize);
        Execute("insert into bench_fabric.borders select st_geomfromtext(t) from bench_fabric.texts");
    }

    public long CountFaces()
    {
        using var command = new NpgsqlCommand(Statement, _connection) { CommandTimeout = 1200 };
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Execute("drop schema bench_fabric cascade");
        _connection.Dispose();
    }

    private void Copy(PolygonColumns parcels, double gridSize)
    {
        using var writer = _connection.BeginBinaryImport("copy bench_fabric.texts (t) from stdin (format binary)");
        for (var ring = 0; ring < parcels.RingStart.Length - 1; ring++)
        {
            var points = Enumerable.Range(parcels.RingStart[ring], parcels.RingStart[ring + 1] - parcels.RingStart[ring])
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{parcels.X[i] * gridSize:F4} {parcels.Y[i] * gridSize:F4}"));
            writer.StartRow();
            writer.Write($"LINESTRING({string.Join(",", points)})", NpgsqlDbType.Text);
        }

        writer.Complete();
    }

    private void Execute(string statement)
    {
        using var command = new NpgsqlCommand(statement, _connection) { CommandTimeout = 600 };
        command.ExecuteNonQuery();
    }
}
