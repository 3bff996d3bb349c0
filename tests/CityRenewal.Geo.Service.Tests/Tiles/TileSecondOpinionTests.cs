using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Reports.Tiles;
using CityRenewal.Geo.Samples;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Npgsql;
using NpgsqlTypes;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>The delivered outlines, taken to the map and cut by PostGIS with ST_AsMVTGeom.</summary>
public class TileSecondOpinionTests
{
    // Each rounds to whole units by itself.
    private const double Reach = 1.01 * 1.42;

    private static readonly IReadOnlyList<SourceLayer> Delivered = [.. SampleCity.Of(new SampleOptions(1_000, 7))];

    private static readonly CityTiles Town = new(new CityWork(TileTown.CityOf(Delivered, null)));

    private static readonly Geometry Inner = new GeometryFactory().ToGeometry(new Envelope(-62, 4158, -62, 4158));

    [Theory]
    [InlineData(14)]
    [InlineData(16)]
    [InlineData(18)]
    public async Task Outlines_are_where_PostGIS_has_them(int zoom)
    {
        await using var connection = await LoadedAsync();
        var box = (await Town.DescribeAsync([LayerNames.Parcels]))[0].Bounds!.Value;
        var tile = TileAddress.At(zoom, (box.MinLon + box.MaxLon) / 2, (box.MinLat + box.MaxLat) / 2);
        var ours = ReadTile.Features(await Town.OfLayerAsync(LayerNames.Parcels, tile), LayerNames.Parcels)
            .ToDictionary(feature => (string)feature.Attributes["parcel_id"], feature => feature.Shape);
        var theirs = await CutAsync(connection, tile);

        Assert.NotEmpty(theirs);
        Assert.Equal(theirs.Keys.Order(StringComparer.Ordinal), ours.Keys.Order(StringComparer.Ordinal));
        foreach (var (parcel, shape) in theirs)
        {
            Assert.True(LiesOn(ours[parcel], shape) && LiesOn(shape, ours[parcel]), $"{parcel}: {ours[parcel]} is not {shape}");
        }
    }

    private static bool LiesOn(Geometry one, Geometry other) =>
        one.Boundary.Intersection(Inner).Difference(other.Boundary.Buffer(Reach)).Length == 0;

    private static async Task<Dictionary<string, Geometry>> CutAsync(NpgsqlConnection connection, TileAddress tile)
    {
        await using var command = new NpgsqlCommand(
            $"""
            select id, st_asbinary(g) from (
              select id, st_asmvtgeom(st_transform(st_setsrid(g, {Parcels.Epsg}), 3857), st_tileenvelope($1, $2, $3), 4096, 64, true) g
              from tile_parcels) cut where g is not null
            """,
            connection);
        foreach (var number in new[] { tile.Zoom, tile.Column, tile.Row })
        {
            command.Parameters.Add(new NpgsqlParameter { Value = number });
        }

        var found = new Dictionary<string, Geometry>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found[rows.GetString(0)] = new WKBReader().Read((byte[])rows.GetValue(1));
        }

        return found;
    }

    private static SourceLayer Parcels => Delivered.Single(layer => layer.Name == LayerNames.Parcels);

    private static async Task<NpgsqlConnection> LoadedAsync()
    {
        var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("CITYRENEWAL_TEST_POSTGIS")
            ?? throw new InvalidOperationException("CITYRENEWAL_TEST_POSTGIS names no PostGIS: run through tests/run.sh, which starts one."));
        await connection.OpenAsync();
        await new NpgsqlCommand("create extension if not exists postgis", connection).ExecuteNonQueryAsync();
        await new NpgsqlCommand("create temporary table tile_parcels (id text, g geometry)", connection).ExecuteNonQueryAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy tile_parcels from stdin (format binary)");
        for (var row = 0; row < Parcels.Shapes.Count; row++)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(Parcels.Column("parcel_id")!.TextOf(row), NpgsqlDbType.Text);
            await copy.WriteAsync(new WKBWriter().Write(ShapeOf(Parcels.Shapes, row)), NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync();
        return connection;
    }

    private static MultiPolygon ShapeOf(SourceShapes shapes, int row)
    {
        var factory = new GeometryFactory();
        var parts = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
        {
            var line = factory.CreateLinearRing(
            [
                .. Enumerable.Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])
                    .Select(i => new Coordinate(shapes.X[i], shapes.Y[i])),
            ]);
            if (shapes.IsHole.Length > 0 && shapes.IsHole[ring])
            {
                parts[^1].Holes.Add(line);
            }
            else
            {
                parts.Add((line, []));
            }
        }

        return factory.CreateMultiPolygon([.. parts.Select(part => factory.CreatePolygon(part.Shell, [.. part.Holes]))]);
    }
}
