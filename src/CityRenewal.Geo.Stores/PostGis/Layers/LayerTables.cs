using System.Globalization;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Makes the tables of layers, fills them, and indexes them when they are full.</summary>
internal static class LayerTables
{
    /// <summary>Makes and fills the table of a layer that the city does not have yet.</summary>
    internal static LayerVersion Bring(Session session, CityRow city, (SourceLayer Layer, int Version) brought, IProgress<WorkProgress>? progress)
    {
        var layer = brought.Layer;
        progress?.Report(new WorkProgress($"Hashing {layer.Name}", 0));
        var made = new LayerVersion(
            layer.Name, brought.Version, LayerHash.Of(layer, LayerHash.RowDigests(layer)), layer.Origin, layer.Epsg, layer.Shapes.Count);
        var table = Load(session, city, layer, made, progress);
        Index(session, table, layer.Shapes.Count, progress);
        LayerVersionRows.Add(session, city, made, table.GeometryType);
        return made;
    }

    /// <summary>Makes the table and copies all rows into it, with no index to keep yet.</summary>
    internal static LayerTable Load(Session session, CityRow city, SourceLayer layer, LayerVersion made, IProgress<WorkProgress>? progress)
    {
        var schema = LayerSchema.Find(layer.Name)!;
        var type = new RowGeometry(layer.Shapes, 0).TypeName;
        var table = new LayerTable(city.Schema, layer.Name, schema.ColumnsWith(layer), made, type);
        var definitions = string.Concat(table.Columns.Select(column => $", {FeatureTable.Quoted(ColumnNames.InTable(column.Name))} {TypeOf(column.Kind)}"));
        session.Run($"CREATE SEQUENCE {table.Sequence}");
        session.Run(
            $"CREATE TABLE {table.Rows} (fid bigint NOT NULL DEFAULT nextval({table.SequenceText}){definitions}, from_version integer, to_version integer, "
            + $"geom geometry({type}{SridSuffix(SridOf(session, layer.Epsg))}), geom_delivered bytea)");
        foreach (var column in table.Columns)
        {
            NameColumn(session, table, column);
        }

        var order = FileOrder.Of(layer, schema.IdColumn, GeoPackage.Tables.FeatureBoxes.Of(layer.Shapes));
        LayerCopy.Write(session, table, (layer, order, IsNew: true), (1, made.Version), progress);
        return table;
    }

    /// <summary>Gives a full table its keys, its index, its triggers and the view of its current rows.</summary>
    internal static void Index(Session session, LayerTable table, int rows, IProgress<WorkProgress>? progress)
    {
        progress?.Report(new WorkProgress($"Indexing {table.Layer}", 0));
        session.Patience = 0;
        session.Run($"SELECT setval({table.SequenceText}, {Math.Max(1, rows)}, {(rows > 0 ? "true" : "false")})");
        session.Run($"ALTER TABLE {table.Rows} ADD PRIMARY KEY (fid)");
        session.Run($"CREATE INDEX ON {table.Rows} USING gist (geom) WHERE to_version IS NULL");
        session.Run(EditTriggers.For(table.Rows, table.SequenceText, HasMeasures(table)));
        MakeView(session, table);
        session.Run($"ANALYZE {table.Rows}");
        session.Patience = 30;
    }

    /// <summary>The view of the current rows: what QGIS shows and edits. One that is there grows by columns and keeps who may use it.</summary>
    internal static void MakeView(Session session, LayerTable table)
    {
        session.Run(
            $"CREATE OR REPLACE VIEW {table.View} AS SELECT fid, geom::geometry({table.GeometryType}{SridSuffix(SridOf(session, table.Newest.Epsg))}) AS geom, "
            + $"from_version{LayerTable.Listed(table.Columns)} FROM {table.Rows} WHERE to_version IS NULL");
        session.Run($"ALTER VIEW {table.View} ALTER COLUMN fid SET DEFAULT nextval({table.SequenceText})");
        var title = LayerSchema.Find(table.Layer)!.Title.Replace("'", "''", StringComparison.Ordinal);
        session.Run($"COMMENT ON VIEW {table.View} IS '{title}'");
    }

    /// <summary>The comment of a column that could not keep its name.</summary>
    internal static void NameColumn(Session session, LayerTable table, TableColumn column)
    {
        if (ColumnNames.InTable(column.Name) is var name && name != column.Name)
        {
            session.Run(
                $"COMMENT ON COLUMN {table.Rows}.{FeatureTable.Quoted(name)} IS '{ColumnNames.Mark}{column.Name.Replace("'", "''", StringComparison.Ordinal)}'");
        }
    }

    /// <summary>The type of a column.</summary>
    internal static string TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Integer => "integer",
        ColumnKind.Real => "double precision",
        _ => "text",
    };

    /// <summary>The number of a reference system where PostGIS knows it, else 0.</summary>
    internal static int SridOf(Session session, int epsg) =>
        epsg > 0 && session.Value("SELECT srid FROM spatial_ref_sys WHERE srid = $1", epsg) is int srid ? srid : 0;

    internal static bool HasMeasures(LayerTable table) =>
        new[] { LegalMeasures.AreaColumn, LegalMeasures.PerimeterColumn }.All(name => table.Columns.Any(column => column.Name == name));

    private static string SridSuffix(int srid) => srid > 0 ? $", {srid.ToString(CultureInfo.InvariantCulture)}" : "";
}
