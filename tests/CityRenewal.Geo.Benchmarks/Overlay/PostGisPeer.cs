using CityRenewal.Geo.Shapes;
using NetTopologySuite.IO;
using Npgsql;

namespace CityRenewal.Geo.Benchmarks.Overlay;

/// <summary>
/// PostGIS 3.3 at its best practice: features loaded, indexed and analysed beforehand (not timed); the zone subdivided and
/// indexed, "covered by" before any intersection, parallel workers allowed.
/// </summary>
internal sealed class PostGisPeer : IDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly string _schema;

    public PostGisPeer(string connectionString, string schema)
    {
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
        _schema = schema;
        Run($"drop schema if exists {schema} cascade; create schema {schema}; set search_path to {schema}, public");
        Run("set max_parallel_workers_per_gather = 2; set min_parallel_table_scan_size = 0; set parallel_setup_cost = 10; set work_mem = '256MB'; set jit = off");
    }

    public void Dispose()
    {
        Run($"drop schema if exists {_schema} cascade");
        _connection.Dispose();
    }

    /// <summary>Loads shapes into an indexed, analysed table (id, g, area).</summary>
    public void Load(string table, PolygonColumns shapes)
    {
        Run($"create unlogged table {table} (id int, g geometry)");
        using (var importer = _connection.BeginBinaryImport($"copy {table} (id, g) from stdin (format binary)"))
        {
            var writer = new WKBWriter();
            var geometries = NtsPeer.GeometriesOf(shapes);
            for (var i = 0; i < geometries.Length; i++)
            {
                importer.StartRow();
                importer.Write(i, NpgsqlTypes.NpgsqlDbType.Integer);
                importer.Write(writer.Write(geometries[i]), NpgsqlTypes.NpgsqlDbType.Bytea);
            }

            importer.Complete();
        }

        Run($"alter table {table} set (parallel_workers = 2); create index on {table} using gist (g); analyze {table}");
    }

    /// <summary>Area of every parcel in the zones of a loaded table, into a table: the timed part.</summary>
    public void OverlayParcels(string zones)
    {
        Run($"""
            drop table if exists cut, facts_{zones};
            create unlogged table cut as
              select st_subdivide(u, 128) g from (select case when count(*) = 1 then (array_agg(g))[1] else st_union(g) end u from {zones}) z;
            create index on cut using gist (g);
            analyze cut;
            create unlogged table facts_{zones} as
              select p.id, sum(case when st_coveredby(p.g, c.g) then st_area(p.g) else st_area(st_intersection(p.g, c.g)) end) a
              from parcel p join cut c on st_intersects(p.g, c.g) group by p.id
            """);
    }

    /// <summary>Floor area of buildings per parcel, storeys × footprint on it, into a table: the timed part.</summary>
    public void JoinBuildings() => Run("""
        drop table if exists joined;
        create unlogged table joined as
          select p.id, sum((1 + b.id % 7) * case when st_coveredby(b.g, p.g) then st_area(b.g) else st_area(st_intersection(b.g, p.g)) end) a
          from building b join parcel p on st_intersects(b.g, p.g) group by p.id
        """);

    /// <summary>A result table by id.</summary>
    public double[] Result(string table, int count)
    {
        using var command = new NpgsqlCommand($"select id, a from {table}", _connection);
        using var reader = command.ExecuteReader();
        var values = new double[count];
        while (reader.Read())
        {
            values[reader.GetInt32(0)] = reader.GetDouble(1);
        }

        return values;
    }

    private void Run(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }
}
