using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace CityRenewal.Geo.Benchmarks.Measures;

/// <summary>The same measures by PostGIS, over geometries that already lie in a table.</summary>
internal sealed class PostGisMeasures : IDisposable
{
    private const string Statement =
        """
        select sum(4 * pi() * a / (p * p)), sum(2 * sqrt(pi() * a) / p), sum(a / st_area(h)), sum(a / (pi() * r * r))
        from (select st_area(g) a, st_perimeter(g) p, st_convexhull(g) h, (st_minimumboundingradius(g)).radius r
              from bench_measures.outlines) m
        """;

    private readonly NpgsqlConnection _connection;

    public PostGisMeasures(string connection, IReadOnlyList<Polygon> polygons)
    {
        _connection = new NpgsqlConnection(connection);
        _connection.Open();
        Execute(
            """
            create extension if not exists postgis;
            drop schema if exists bench_measures cascade;
            create schema bench_measures;
            create table bench_measures.outlines (g geometry) with (parallel_workers = 2);
            set max_parallel_workers_per_gather = 2; set parallel_setup_cost = 0; set parallel_tuple_cost = 0;
            """);
        using (var writer = _connection.BeginBinaryImport("copy bench_measures.outlines (g) from stdin (format binary)"))
        {
            var wkb = new WKBWriter();
            foreach (var polygon in polygons)
            {
                writer.StartRow();
                writer.Write(wkb.Write(polygon), NpgsqlDbType.Bytea);
            }

            writer.Complete();
        }

        Execute("analyze bench_measures.outlines");
    }

    public void Run() => Execute(Statement);

    public void Dispose()
    {
        Execute("drop schema bench_measures cascade");
        _connection.Dispose();
    }

    private void Execute(string statement)
    {
        using var command = new NpgsqlCommand(statement, _connection) { CommandTimeout = 600 };
        command.ExecuteNonQuery();
    }
}
