using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;
using CityRenewal.Geo.Stores.Offices.Stale;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Layers;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Plans;

/// <summary>The areas of all plans of a city in one table, so that QGIS shows them without their GeoPackages.</summary>
internal static class PlanAreaRows
{
    private const int HeaderWithoutBox = 8;

    internal static void Write(Session session, CityRow city, string plan, string path)
    {
        Delete(session, city, plan);
        if (GeoPackageReader.Layers(path).All(layer => layer.Name != PlanLayers.RenewalAreas))
        {
            return;
        }

        var layer = GeoPackageReader.Read(path, PlanLayers.RenewalAreas).Layer;
        var srid = LayerTables.SridOf(session, layer.Epsg);
        var writer = new GeometryWriter(layer.Shapes, srid);
        var ids = layer.Column("area_id");
        for (var area = 0; area < layer.Shapes.Count; area++)
        {
            // A city whose parcels came in another system later keeps one system for all its plans.
            session.Run(
                $"""
                INSERT INTO {CityTables.In(city, CityTables.RenewalAreas)} (plan_id, area_id, measures, geom)
                SELECT $1, $2, $3::jsonb, CASE WHEN own.srid IN (0, $5) OR $5 = 0 THEN ST_SetSRID(given.geom, own.srid) ELSE ST_Transform(given.geom, own.srid) END
                FROM (SELECT ST_GeomFromWKB($4, $5) AS geom) given, (SELECT Find_SRID($6, $7, 'geom') AS srid) own
                """,
                plan, ids?.TextOf(area) ?? "", MeasuresOf(layer, area), Geometry(writer, area), srid, city.Schema, CityTables.RenewalAreas);
        }
    }

    /// <summary>Where the areas of a plan lie.</summary>
    internal static PlanPlaces Places(Session session, CityRow city, string plan)
    {
        var rows = session.Rows(
            $"SELECT area_id, ST_SRID(geom), ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom) FROM {CityTables.In(city, CityTables.RenewalAreas)} WHERE plan_id = $1",
            row => (Id: row.GetString(0), Srid: row.IsDBNull(1) ? 0 : row.GetInt32(1), Box: row.IsDBNull(2) ? Envelope.Empty : new Envelope(row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), row.GetDouble(5))),
            plan);
        return new PlanPlaces(rows.Select(row => row.Srid).DefaultIfEmpty(0).Max(), rows.ConvertAll(row => (row.Id, row.Box)));
    }

    internal static void Delete(Session session, CityRow city, string plan) =>
        session.Run($"DELETE FROM {CityTables.In(city, CityTables.RenewalAreas)} WHERE plan_id = $1", plan);

    private static byte[]? Geometry(GeometryWriter writer, int area)
    {
        var bytes = new byte[writer.Room(area)];
        var length = writer.Write(area, Envelope.Empty, bytes);
        return length > 0 ? bytes[HeaderWithoutBox..length] : null;
    }

    private static string MeasuresOf(SourceLayer layer, int area) => JsonSerializer.Serialize(layer.Columns
        .Where(column => column.Name != "area_id" && column.TextOf(area).Length > 0)
        .ToDictionary(column => column.Name, column => ValueOf(column, area)));

    private static object ValueOf(SourceColumn column, int area) => column switch
    {
        RealSource real => real.Values[area],
        IntegerSource whole => whole.Values[area],
        _ => column.TextOf(area),
    };
}
