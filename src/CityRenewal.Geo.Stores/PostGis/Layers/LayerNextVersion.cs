using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Versions;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>Brings the next version of a layer: rows that are no longer the same end, new ones begin, all others stay untouched.</summary>
internal static class LayerNextVersion
{
    /// <summary>The version that was made; null where the layer did not change.</summary>
    internal static LayerVersion? Bring(Session session, CityRow city, (SourceLayer Layer, int Version) brought, IProgress<WorkProgress>? progress)
    {
        var layer = brought.Layer;
        progress?.Report(new WorkProgress($"Comparing {layer.Name}", 0));
        if (LayerTable.All(session, city).FirstOrDefault(known => known.Layer == layer.Name) is not { } known)
        {
            return LayerTables.Bring(session, city, brought, progress);
        }

        var made = new LayerVersion(
            layer.Name, brought.Version, LayerHash.Of(layer, LayerHash.RowDigests(layer)), layer.Origin, layer.Epsg, layer.Shapes.Count);
        if (made.Hash == known.Newest.Hash)
        {
            return null;
        }

        session.Patience = 0;
        var present = LayerReading.Current(session, city, known);
        var (table, fitting) = ColumnFit.Of(session, known, layer);
        Replace(session, table with { Newest = made, GeometryType = new RowGeometry(layer.Shapes, 0).TypeName }, (known, present, fitting), progress);
        LayerVersionRows.Add(session, city, made, new RowGeometry(layer.Shapes, 0).TypeName);
        session.Patience = 30;
        return made;
    }

    private static void Replace(
        Session session, LayerTable table, (LayerTable Known, SourceLayer Present, SourceLayer Layer) rows, IProgress<WorkProgress>? progress)
    {
        var order = FileOrder.Of(rows.Layer, LayerSchema.Find(table.Layer)!.IdColumn, GeoPackage.Tables.FeatureBoxes.Of(rows.Layer.Shapes));
        var isOtherKind = table.GeometryType != rows.Known.GeometryType || table.Newest.Epsg != rows.Known.Newest.Epsg;
        var change = isOtherKind
            ? new RowChange([.. Enumerable.Range(0, rows.Present.Shapes.Count).Select(rows.Present.FidOf)], order)
            : RowChange.Between(rows.Present, LayerHash.RowDigests(rows.Layer), order);
        if (isOtherKind)
        {
            // One column holds the rows of all versions: from now on of several kinds.
            session.Run($"DROP VIEW IF EXISTS {table.View}");
            session.Run($"ALTER TABLE {table.Rows} ALTER COLUMN geom TYPE geometry");
        }

        session.Run($"UPDATE {table.Rows} SET to_version = $1 WHERE fid = ANY ($2)", table.Newest.Version, change.Gone.ToArray());
        var first = 1 + (long)session.Value($"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {table.Sequence}")!;
        LayerCopy.Write(session, table, (rows.Layer, change.Added, IsNew: false), (first, table.Newest.Version), progress);
        if (change.Added.Length > 0)
        {
            session.Run($"SELECT setval({table.SequenceText}, $1)", first + change.Added.Length - 1);
        }

        LayerTables.MakeView(session, table);
        session.Run($"ANALYZE {table.Rows}");
    }
}
