using System.Globalization;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Styles;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>The tables that make a SQLite file a GeoPackage 1.3, and the rows that make a table one of its layers.</summary>
internal static class GeoPackageTables
{
    /// <summary>GeoPackage wants a time of change on every layer; ours is fixed, so that the same input gives the same file.</summary>
    internal const string LastChange = "2000-01-01T00:00:00.000Z";

    private const string Core = """
        PRAGMA application_id = 1196444487;
        PRAGMA user_version = 10300;
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
          ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system');
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
          z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents (table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        CREATE TABLE gpkg_extensions (
          table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
          CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        """;

    internal static void Create(SqliteFile file)
    {
        file.Execute(Core);
        SpatialReferences.Ensure(file, 4326);
        LayerStyles.Create(file);
    }

    /// <summary>Lists a table without geometry among the layers, so that QGIS shows it and GDAL hides the unlisted ones.</summary>
    internal static void ListAttributes(SqliteFile file, string table, string title, string description) => file.Run(
        $"INSERT OR REPLACE INTO gpkg_contents (table_name, data_type, identifier, description, last_change) "
        + $"VALUES (?1, 'attributes', ?2, ?3, '{LastChange}')",
        table, title, description);

    /// <summary>Lists a table with a geometry column among the layers, or corrects its row.</summary>
    internal static void ListFeatures(SqliteFile file, FeatureTableShape table, Envelope extent)
    {
        var srsId = SpatialReferences.IdOf(table.Epsg).ToString(CultureInfo.InvariantCulture);
        file.Run(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
            + $"VALUES (?1, 'features', ?2, ?3, '{LastChange}', CAST(?4 AS INTEGER)) ON CONFLICT (table_name) DO UPDATE "
            + "SET identifier = excluded.identifier, description = excluded.description, srs_id = excluded.srs_id",
            table.Name, table.Title, table.Description, srsId);
        file.Run(
            "INSERT OR REPLACE INTO gpkg_geometry_columns VALUES (?1, 'geom', ?2, CAST(?3 AS INTEGER), 0, 0)",
            table.Name, table.GeometryType, srsId);
        SetExtent(file, table.Name, extent);
    }

    private static void SetExtent(SqliteFile file, string table, Envelope extent)
    {
        using var update = file.Prepare(
            "UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4, max_y = ?5 WHERE table_name = ?1");
        update.Bind(1, table);
        if (!extent.IsEmpty)
        {
            update.Bind(2, extent.MinX).Bind(3, extent.MinY).Bind(4, extent.MaxX).Bind(5, extent.MaxY);
        }

        update.Run();
    }
}

/// <summary>What the lists of a GeoPackage say about a table with geometry.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Title">Name for people, unique in the file.</param>
/// <param name="Description">One sentence.</param>
/// <param name="GeometryType">Type of the geometry column.</param>
/// <param name="Epsg">Reference system, 0 for a declared local one.</param>
internal sealed record FeatureTableShape(string Name, string Title, string Description, string GeometryType, int Epsg);
