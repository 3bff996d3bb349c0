using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace CityRenewal.Geo.Benchmarks.Contiguity;

/// <summary>Rook neighbours with the length of their common border by PostGIS, over an indexed table of parcels.</summary>
internal sealed class PostGisRook : IDisposable
{
    private const string Statement =
        """
        select count(*) filter (where length > 0.5)
        from (select st_length(st_intersection(st_boundary(a.g), st_boundary(b.g))) length
              from bench_graph.parcels a join bench_graph.parcels b on st_intersects(a.g, b.g) and a.id < b.id) pairs
        """;

    private readonly NpgsqlConnection _connection;

    public PostGisRook(string connection, PolygonColumns parcels, double gridSize)
    {
        _connection = new NpgsqlConnection(connection);
        _connection.Open();
        Execute(
            """
            create extension if not exists postgis;
            drop schema if exists bench_graph cascade;
            create schema bench_graph;
            create table bench_graph.parcels (id integer, g geometry) with (parallel_workers = 2);
            set max_parallel_workers_per_gather = 2; set parallel_setup_cost = 0; set parallel_tuple_cost = 0;
            """);
        Copy(parcels, gridSize);
        Execute("create index on bench_graph.parcels using gist (g); analyze bench_graph.parcels");
    }

    /// <summary>Number of pairs with more than half a metre of common border.</summary>
    public long Run()
    {
        using var command = new NpgsqlCommand(Statement, _connection) { CommandTimeout = 1200 };
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose()
    {
        Execute("drop schema bench_graph cascade");
        _connection.Dispose();
    }

    private void Copy(PolygonColumns parcels, double gridSize)
    {
        var wkb = new WKBWriter();
        using var writer = _connection.BeginBinaryImport("copy bench_graph.parcels (id, g) from stdin (format binary)");
        for (var parcel = 0; parcel < parcels.Count; parcel++)
        {
            if (parcels.FeatureStart[parcel] == parcels.FeatureStart[parcel + 1])
            {
                continue;
            }

            writer.StartRow();
            writer.Write(parcel, NpgsqlDbType.Integer);
            writer.Write(wkb.Write(PolygonOf(parcels, parcel, gridSize)), NpgsqlDbType.Bytea);
        }

        writer.Complete();
    }

    // The sample's parcels have one shell each; holes follow it.
    private static Polygon PolygonOf(PolygonColumns parcels, int parcel, double gridSize)
    {
        var rings = Enumerable.Range(parcels.FeatureStart[parcel], parcels.FeatureStart[parcel + 1] - parcels.FeatureStart[parcel])
            .Select(ring => new LinearRing(
            [
                .. Enumerable.Range(parcels.RingStart[ring], parcels.RingStart[ring + 1] - parcels.RingStart[ring])
                    .Select(i => new Coordinate(parcels.X[i] * gridSize, parcels.Y[i] * gridSize)),
            ]))
            .ToArray();
        return new Polygon(rings[0], rings[1..]);
    }

    private void Execute(string statement)
    {
        using var command = new NpgsqlCommand(statement, _connection) { CommandTimeout = 600 };
        command.ExecuteNonQuery();
    }
}
