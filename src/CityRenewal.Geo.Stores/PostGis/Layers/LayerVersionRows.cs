using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;
using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>The list of versions of a city's layers, with the geometry type that each has.</summary>
internal static class LayerVersionRows
{
    internal static List<(LayerVersion Version, string GeometryType)> All(Session session, CityRow city) => session.Rows(
        "SELECT layer, version, hash, origin, epsg, features, geometry_type FROM cityrenewal.layer_versions WHERE city = $1 ORDER BY version, layer",
        Read, city.Number);

    internal static Dictionary<string, (LayerVersion Version, string GeometryType)> Newest(Session session, CityRow city) =>
        All(session, city).GroupBy(row => row.Version.Layer).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Version.Version));

    internal static void Add(Session session, CityRow city, LayerVersion version, string geometryType) => session.Run(
        "INSERT INTO cityrenewal.layer_versions (city, layer, version, hash, origin, epsg, features, geometry_type) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        city.Number, version.Layer, version.Version, version.Hash, version.Origin, version.Epsg, version.Features, geometryType);

    private static (LayerVersion Version, string GeometryType) Read(NpgsqlDataReader row) => (
        new LayerVersion(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5)), row.GetString(6));
}
