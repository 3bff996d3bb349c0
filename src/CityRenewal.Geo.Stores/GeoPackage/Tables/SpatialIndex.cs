using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>
/// The R-tree of a layer, as the GeoPackage extension describes it. It is filled at once after a load; the triggers come
/// afterwards and keep it right when QGIS or anybody else edits a row.
/// </summary>
internal static class SpatialIndex
{
    private static readonly string[] Triggers = ["insert", "update1", "update2", "update3", "update4", "delete"];

    /// <summary>Makes or makes anew the index over rows whose boxes are known.</summary>
    internal static void Build(SqliteFile file, string table, IndexedBoxes boxes)
    {
        var index = NameOf(table);
        Drop(file, table);
        file.Execute($"CREATE VIRTUAL TABLE \"{index}\" USING rtree(id, minx, maxx, miny, maxy)");
        PackedRTree.Fill(file, index, boxes);
        file.Execute(TriggerSql(table, index));
        file.Run(
            "INSERT OR REPLACE INTO gpkg_extensions VALUES "
            + "(?1, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')",
            table);
    }

    /// <summary>Takes the index and its triggers away, so that rows change without it.</summary>
    internal static void Drop(SqliteFile file, string table)
    {
        var index = NameOf(table);
        foreach (var trigger in Triggers)
        {
            file.Execute($"DROP TRIGGER IF EXISTS \"{index}_{trigger}\"");
        }

        file.Execute($"DROP TABLE IF EXISTS \"{index}\"");
        file.Run("DELETE FROM gpkg_extensions WHERE table_name = ?1 AND extension_name = 'gpkg_rtree_index'", table);
    }

    private static string NameOf(string table) => $"rtree_{table}_geom";

    private static string TriggerSql(string table, string index)
    {
        const string box = "ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)";
        const string full = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))";
        const string empty = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))";
        var put = $"INSERT OR REPLACE INTO \"{index}\" VALUES (NEW.fid, {box});";
        var drop = $"DELETE FROM \"{index}\" WHERE id = OLD.fid;";
        return $"""
            CREATE TRIGGER "{index}_insert" AFTER INSERT ON "{table}" WHEN {full} BEGIN {put} END;
            CREATE TRIGGER "{index}_update1" AFTER UPDATE OF geom ON "{table}" WHEN OLD.fid = NEW.fid AND {full} BEGIN {put} END;
            CREATE TRIGGER "{index}_update2" AFTER UPDATE OF geom ON "{table}" WHEN OLD.fid = NEW.fid AND {empty} BEGIN {drop} END;
            CREATE TRIGGER "{index}_update3" AFTER UPDATE ON "{table}" WHEN OLD.fid != NEW.fid AND {full} BEGIN {drop} {put} END;
            CREATE TRIGGER "{index}_update4" AFTER UPDATE ON "{table}" WHEN OLD.fid != NEW.fid AND {empty} BEGIN
              DELETE FROM "{index}" WHERE id IN (OLD.fid, NEW.fid); END;
            CREATE TRIGGER "{index}_delete" AFTER DELETE ON "{table}" WHEN OLD.geom NOTNULL BEGIN {drop} END;
            """;
    }
}
