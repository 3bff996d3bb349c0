using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>One version of one layer of a city.</summary>
/// <param name="Layer">Name of the layer.</param>
/// <param name="Version">Number of the city's version that brought it; the first is 1.</param>
/// <param name="Hash">Hash of the content, independent of the order of rows.</param>
/// <param name="Origin">Where it came from, for people.</param>
/// <param name="Epsg">Its reference system.</param>
/// <param name="Features">Number of features.</param>
public sealed record LayerVersion(string Layer, int Version, string Hash, string Origin, int Epsg, int Features)
{
    internal const string CreateTable = """
        CREATE TABLE layer_versions (
          id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, layer TEXT NOT NULL, version MEDIUMINT NOT NULL,
          hash TEXT NOT NULL, origin TEXT NOT NULL, epsg MEDIUMINT NOT NULL, features MEDIUMINT NOT NULL,
          UNIQUE (layer, version))
        """;

    /// <summary>All versions, oldest first, then by layer.</summary>
    internal static IReadOnlyList<LayerVersion> ReadAll(SqliteFile file)
    {
        var versions = new List<LayerVersion>();
        using var rows = file.Prepare("SELECT layer, version, hash, origin, epsg, features FROM layer_versions ORDER BY version, layer");
        while (rows.Step())
        {
            versions.Add(new LayerVersion(
                rows.Text(0), (int)rows.Integer(1), rows.Text(2), rows.Text(3), (int)rows.Integer(4), (int)rows.Integer(5)));
        }

        return versions;
    }

    /// <summary>The newest version of every layer.</summary>
    internal static IReadOnlyList<LayerVersion> ReadCurrent(SqliteFile file) =>
        [.. ReadAll(file).GroupBy(version => version.Layer).Select(versions => versions.MaxBy(version => version.Version)!)];

    internal void Write(SqliteFile file)
    {
        using var insert = file.Prepare(
            "INSERT INTO layer_versions (layer, version, hash, origin, epsg, features) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        insert.Bind(1, Layer).Bind(2, Version).Bind(3, Hash).Bind(4, Origin).Bind(5, Epsg).Bind(6, Features);
        insert.Run();
    }
}
