using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;
using CityRenewal.Geo.Stores.Offices.Stale;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Where rows of a city changed since one of its versions, edits that have no version yet included.</summary>
internal static class ChangedRowsOfCity
{
    internal static IReadOnlyList<ChangedLayer> Since(Session session, CityRow city, int version)
    {
        var versions = LayerVersionRows.All(session, city).ConvertAll(row => row.Version).ToLookup(made => made.Layer);
        return [.. LayerTable.All(session, city).Select(table => Of(session, table, version, [.. versions[table.Layer]])).OfType<ChangedLayer>()];
    }

    private static ChangedLayer? Of(Session session, LayerTable table, int version, IReadOnlyList<LayerVersion> versions)
    {
        session.Patience = 0;
        var boxes = session.Rows(
            $"SELECT ST_XMin(geom), ST_YMin(geom), ST_XMax(geom), ST_YMax(geom), geom_delivered IS NULL FROM {table.Rows} "
            + "WHERE from_version > $1 OR from_version IS NULL OR to_version > $1 OR to_version = 0",
            BoxOf, version);
        return ChangedLayer.Of((table.Layer, version), versions, boxes);
    }

    private static Envelope BoxOf(NpgsqlDataReader row) => row.IsDBNull(0) || !row.GetBoolean(4)
        ? Envelope.Empty
        : new Envelope(row.GetDouble(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3));
}
