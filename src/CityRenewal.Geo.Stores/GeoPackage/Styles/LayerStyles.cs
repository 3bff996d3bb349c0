using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage.Styles;

/// <summary>The table in which QGIS looks for the default style of a layer.</summary>
internal static class LayerStyles
{
    internal static void Create(SqliteFile file)
    {
        file.Execute($"""
            CREATE TABLE layer_styles (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
              f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
              useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
              update_time DATETIME DEFAULT '{GeoPackageTables.LastChange}')
            """);
        GeoPackageTables.ListAttributes(file, "layer_styles", "layer_styles", "Styles that QGIS applies when a layer is added");
    }

    /// <summary>Stores the style of a layer, if there is one; an older one is replaced.</summary>
    internal static void Put(SqliteFile file, string layer, string geometryType)
    {
        if (LayerStyle.Find(layer, geometryType) is not { } style)
        {
            return;
        }

        file.Run("DELETE FROM layer_styles WHERE f_table_name = ?1", layer);
        file.Run(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
            + "styleSLD, useAsDefault, description, owner, ui) VALUES ('', '', ?1, 'geom', ?1, ?2, '', 1, ?3, '', NULL)",
            layer, style.ToQml(), "CityRenewal.Geo");
    }
}
