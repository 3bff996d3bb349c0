using CityRenewal.Geo.Stores.GeoPackage.Registers;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Versions;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// The tables of ours that make a GeoPackage a city file. A layer's table holds its current rows, so that QGIS edits and
/// indexes it like any other; the rows that a newer version replaced move to its _history table, which has the same columns.
/// </summary>
internal static class CitySchema
{
    internal const string FromVersion = "from_version";
    internal const string ToVersion = "to_version";

    /// <summary>The version of the schema that this program writes.</summary>
    internal static int Version => CityMigrations.Newest;

    internal static string HistoryOf(string layer) => $"{layer}_history";

    internal static void Create(SqliteFile file)
    {
        file.Execute("CREATE TABLE schema_version (id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1), version MEDIUMINT NOT NULL)");
        file.Execute($"INSERT INTO schema_version VALUES (1, {Version})");
        file.Execute(CitySettings.CreateTable);
        file.Execute(LayerVersion.CreateTable);
        ListVersion(file);
        GeoPackageTables.ListAttributes(file, "city_settings", "城市设置 City settings", "Name, baseline year and working plane");
        GeoPackageTables.ListAttributes(file, "layer_versions", "图层版本 Layer versions", "Every version of every layer, with its hash");
        RegisterTables.Create(file);
    }

    /// <summary>Lists the table that says the version of the schema; QGIS shows unlisted tables, and cannot open them.</summary>
    internal static void ListVersion(SqliteFile file) => GeoPackageTables.ListAttributes(
        file, "schema_version", "数据结构版本 Schema version", "The version of the tables of this file");

    /// <summary>Lists the history of a layer as a table without geometry, so that nobody draws it over the current rows.</summary>
    internal static void ListHistory(SqliteFile file, string layer) => GeoPackageTables.ListAttributes(
        file, HistoryOf(layer), LayerSchema.Find(layer)!.HistoryTitle, $"Rows of {layer} that a later version replaced");

    internal static void CreateLayer(SqliteFile file, string geometryType, string layer, IReadOnlyList<TableColumn> columns)
    {
        TableColumn from = new(FromVersion, ColumnKind.Integer), to = new(ToVersion, ColumnKind.Integer);
        FeatureTableWriter.CreateTable(file, layer, geometryType, [.. columns, from]);
        FeatureTableWriter.CreateTable(file, HistoryOf(layer), "GEOMETRY", [.. columns, from, to]);
    }

    /// <summary>The schema version of a city file; says so when the file is none, or newer than this program.</summary>
    internal static int Check(SqliteFile file)
    {
        if (!file.HasTable("gpkg_contents"))
        {
            throw new StoreException(
                file.Path, "The file is a SQLite database but no GeoPackage.",
                "Give a .gpkg file; other formats are brought in with `renewal import`.");
        }

        if (!file.HasTable("schema_version") || !file.HasTable("layer_versions"))
        {
            throw new StoreException(
                file.Path, "The GeoPackage is not a city file.",
                $"Bring its layers in first: `renewal import {System.IO.Path.GetFileName(file.Path)} -o city.gpkg`.");
        }

        var version = (int)file.Scalar("SELECT version FROM schema_version");
        return version <= Version
            ? version
            : throw new StoreException(
                file.Path, $"The city file has schema version {version}; this program knows versions up to {Version}.",
                "Install a newer version of the program.");
    }
}
