using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>The boxes of the rows that a table holds, for an index made anew.</summary>
internal static class StoredBoxes
{
    internal static IndexedBoxes Of(SqliteFile file, string table, out Envelope extent, CancellationToken cancel)
    {
        var boxes = new IndexedBoxes((int)file.Scalar($"SELECT count(*) FROM \"{table}\""));
        extent = Envelope.Empty;
        using var rows = file.Prepare($"SELECT fid, geom FROM \"{table}\" ORDER BY fid");
        for (var row = 0; rows.Step(); row++)
        {
            if (row % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var box = rows.IsNull(1) ? Envelope.Empty : BoxOf(rows.Bytes(1));
            boxes.Set(row, rows.Integer(0), box);
            extent = extent.With(box);
        }

        return boxes;
    }

    /// <summary>The box of a geometry; empty where it has none.</summary>
    internal static Envelope BoxOf(ReadOnlySpan<byte> blob)
    {
        using var shapes = new ShapeCollector();
        GeometryBlob.Read(blob, shapes);
        return shapes.Envelope() ?? Envelope.Empty;
    }
}
