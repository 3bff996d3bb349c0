using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace CityRenewal.Geo.Benchmarks.Tiles;

/// <summary>
/// Tiles of parcels by PostGIS at its best practice: geometries in EPSG:3857 made beforehand, table in the order of their
/// places, GiST, the same attributes, extent and margin.
/// </summary>
internal sealed class PostGisTiles : IDisposable
{
    public const string Statement =
        """
        select coalesce(st_asmvt(t, 'parcels', 4096, 'g', 'id'), ''::bytea) from (
          select id, parcel_id, land_use, legal_area_m2, far_limit,
                 st_asmvtgeom(g, st_tileenvelope($1, $2, $3), 4096, 64, true) g
          from bench_tiles.parcels where g && st_tileenvelope($1, $2, $3, margin => 64.0 / 4096)) t where g is not null
        """;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4490);

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _tile;

    public PostGisTiles(string connection, City city)
    {
        _connection = new NpgsqlConnection(connection);
        _connection.Open();
        Execute(
            """
            create extension if not exists postgis;
            drop schema if exists bench_tiles cascade;
            create schema bench_tiles;
            create unlogged table bench_tiles.raw (id bigint, parcel_id text, land_use text, legal_area_m2 float8, far_limit float8, g geometry);
            """);
        Copy(city);
        Execute(
            """
            set work_mem = '256MB'; set maintenance_work_mem = '256MB';
            create unlogged table bench_tiles.parcels as
              select id, parcel_id, land_use, legal_area_m2, far_limit, st_transform(st_setsrid(g, 4326), 3857)::geometry(geometry, 3857) g
              from bench_tiles.raw order by st_setsrid(g, 4326);
            create index on bench_tiles.parcels using gist (g);
            drop table bench_tiles.raw;
            vacuum analyze bench_tiles.parcels;
            """);
        _tile = new NpgsqlCommand(Statement, _connection);
        for (var i = 0; i < 3; i++)
        {
            _tile.Parameters.Add(new NpgsqlParameter<int>());
        }

        _tile.Prepare();
    }

    /// <summary>Bytes of a tile.</summary>
    public long Tile(TileAddress tile)
    {
        (((NpgsqlParameter<int>)_tile.Parameters[0]).TypedValue, ((NpgsqlParameter<int>)_tile.Parameters[1]).TypedValue) = (tile.Zoom, tile.Column);
        ((NpgsqlParameter<int>)_tile.Parameters[2]).TypedValue = tile.Row;
        return ((byte[])_tile.ExecuteScalar()!).Length;
    }

    public void Dispose()
    {
        _tile.Dispose();
        Execute("drop schema bench_tiles cascade");
        _connection.Dispose();
    }

    private void Execute(string statements)
    {
        foreach (var statement in statements.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            using var command = new NpgsqlCommand(statement, _connection) { CommandTimeout = 1200 };
            command.ExecuteNonQuery();
        }
    }

    private void Copy(City city)
    {
        var (parcels, lonLat, wkb) = (city.Parcels, LonLat.Between(city.Plane), new WKBWriter());
        using var writer = _connection.BeginBinaryImport("copy bench_tiles.raw from stdin (format binary)");
        for (var row = 0; row < parcels.Count; row++)
        {
            if (parcels.Shapes.FeatureStart[row] == parcels.Shapes.FeatureStart[row + 1])
            {
                continue;
            }

            writer.StartRow();
            writer.Write((long)row, NpgsqlDbType.Bigint);
            writer.Write(parcels.Ids[row], NpgsqlDbType.Text);
            writer.Write(parcels.LandUse[row], NpgsqlDbType.Text);
            Real(writer, parcels.LegalAreas[row]);
            Real(writer, parcels.FarLimits[row]);
            writer.Write(wkb.Write(ShapeOf(parcels.Shapes, row, lonLat)), NpgsqlDbType.Bytea);
        }

        writer.Complete();
    }

    private static void Real(NpgsqlBinaryImporter writer, double number)
    {
        if (double.IsNaN(number))
        {
            writer.WriteNull();
        }
        else
        {
            writer.Write(Math.Round(number, 2), NpgsqlDbType.Double);
        }
    }

    private static MultiPolygon ShapeOf(PolygonColumns shapes, int row, PlaneTransform lonLat)
    {
        var parts = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            int start = shapes.RingStart[ring], count = shapes.RingStart[ring + 1] - start;
            double[] x = new double[count], y = new double[count];
            lonLat.FromGrid(shapes.X.Slice(start, count), shapes.Y.Slice(start, count), x, y);
            var line = Factory.CreateLinearRing([.. x.Zip(y, (east, north) => new Coordinate(east, north))]);
            if (shapes.TwiceAreaOfRing(ring) > 0)
            {
                parts.Add((line, []));
            }
            else
            {
                parts[^1].Holes.Add(line);
            }
        }

        return Factory.CreateMultiPolygon([.. parts.Select(part => Factory.CreatePolygon(part.Shell, [.. part.Holes]))]);
    }
}
