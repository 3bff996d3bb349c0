using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Tests.Overlay;
using NetTopologySuite.IO;
using Npgsql;

namespace CityRenewal.Geo.Stores.Tests.PostGis;

/// <summary>The same shapes on the same grid, measured by PostGIS.</summary>
public class OverlaySecondOpinionTests
{
    private const double Tolerance = 1e-6;

    private static readonly OverlayRun Run = new(TownPlans.Plane, 2);

    private static readonly PolygonColumns Parcels = TownPlans.Parcels(20, 300_000, 17);

    // Stars that lie upon each other, one rectangle along a parcel border, and all parcels of one row as zones.
    private static readonly PolygonColumns Zones = TownPlans.Polygons(
        TownPlans.Star(2_000_000, 2_000_000, Radii(60, 1_700_000, 3)),
        TownPlans.Star(3_500_000, 3_000_000, Radii(41, 1_900_000, 4)),
        TownPlans.Rectangle(0, 0, 900_000, 600_000),
        TownPlans.Rectangle(900_000, 0, 900_000, 600_000));

    [Fact]
    public void Parcels_in_the_union_of_zones_have_the_areas_that_PostGIS_finds()
    {
        using var connection = PostGisServer.Connect();
        Load(connection, "parcel", Parcels);
        Load(connection, "zone", Zones);
        var ours = LayerColumn.Of(
            "zones", Parcels, MeasuredFeatures.Of(Parcels, Run), AreaGrid.OfUnion(Zones, 262_144, Run), Run);
        var theirs = Areas(connection, """
            select p.id, st_area(st_intersection(p.g, u.g)) from parcel p, (select st_union(g) g from zone) u
            """);

        Assert.Contains(Coverage.Partly, ours.Coverages.ToArray());
        Assert.Equal(Parcels.Count, theirs.Count);
        foreach (var (parcel, area) in theirs)
        {
            Assert.Equal(area, ours.AreaOf(parcel), Tolerance);
        }
    }

    [Fact]
    public void What_sticks_out_has_the_area_and_outline_that_PostGIS_finds()
    {
        using var connection = PostGisServer.Connect();
        Load(connection, "parcel", Parcels);
        Load(connection, "zone", Zones);
        var measured = MeasuredFeatures.Of(Parcels, Run);
        var grid = AreaGrid.OfUnion(Zones, 262_144, Run);
        var column = LayerColumn.Of("zones", Parcels, measured, grid, Run);
        var outside = OutsideStrips.Of(column, Parcels, measured, grid, Run);
        var areas = Areas(connection, "select p.id, st_area(st_difference(p.g, u.g)) from parcel p, (select st_union(g) g from zone) u");
        var widths = Areas(connection, """
            select p.id, 1e4 * st_area(d.g) * 2 / nullif(st_perimeter(d.g), 0)
            from parcel p, (select st_union(g) g from zone) u, lateral (select st_difference(p.g, u.g) g) d
            """);
        foreach (var parcel in column.Partly)
        {
            Assert.Equal(areas[parcel], outside.AreaOf(parcel), Tolerance);
            Assert.Equal(widths[parcel], outside.WidthOf(parcel), Tolerance);
        }
    }

    [Fact]
    public void Parcels_in_each_unit_have_the_areas_that_PostGIS_finds()
    {
        var units = TownPlans.Parcels(5, 1_190_000, 23);
        using var connection = PostGisServer.Connect();
        Load(connection, "parcel", Parcels);
        Load(connection, "unit", units);
        var ours = ZoneShares.Of(
            Parcels, MeasuredFeatures.Of(Parcels, Run), AreaGrid.OfZones(units, [.. Enumerable.Range(0, units.Count)], 262_144),
            [.. Enumerable.Range(0, units.Count)], Run);
        var theirs = Areas(connection, """
            select p.id * 1000 + u.id, st_area(st_intersection(p.g, u.g)) from parcel p join unit u on st_intersects(p.g, u.g)
            """);
        for (var parcel = 0; parcel < Parcels.Count; parcel++)
        {
            foreach (var (unit, area) in ours.PartsOf(parcel))
            {
                Assert.Equal(theirs[(parcel * 1000) + unit], area, Tolerance);
                theirs.Remove((parcel * 1000) + unit);
            }
        }

        Assert.All(theirs.Values, area => Assert.Equal(0, area, Tolerance));
    }

    private static double[] Radii(int count, int radius, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => radius * (0.5 + random.NextDouble()))];
    }

    private static void Load(NpgsqlConnection connection, string table, PolygonColumns shapes)
    {
        using var create = new NpgsqlCommand($"create temp table {table} (id int primary key, g geometry)", connection);
        create.ExecuteNonQuery();
        using var insert = new NpgsqlCommand($"insert into {table} select * from unnest($1::int[], $2::bytea[])", connection);
        var writer = new WKBWriter();
        insert.Parameters.AddWithValue(Enumerable.Range(0, shapes.Count).ToArray());
        insert.Parameters.AddWithValue(
            Enumerable.Range(0, shapes.Count).Select(i => writer.Write(TownPlans.ToNts(shapes, i))).ToArray());
        insert.ExecuteNonQuery();
    }

    // Square grid units to m².
    private static Dictionary<int, double> Areas(NpgsqlConnection connection, string query)
    {
        using var command = new NpgsqlCommand(query, connection);
        using var reader = command.ExecuteReader();
        var areas = new Dictionary<int, double>();
        while (reader.Read())
        {
            areas[reader.GetInt32(0)] = reader.IsDBNull(1) ? 0 : reader.GetDouble(1) * 1e-8;
        }

        return areas;
    }
}
