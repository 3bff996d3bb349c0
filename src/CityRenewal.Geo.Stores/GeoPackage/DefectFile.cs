using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Checks;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Styles;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// A check as a GeoPackage that QGIS opens styled: every defect as a point, the land that overlaps and gaps are about,
/// tolerances and the readiness report as tables.
/// </summary>
public static class DefectFile
{
    private const string Readiness = "readiness";

    /// <summary>Writes a check; the file appears under its name only when it is whole.</summary>
    /// <exception cref="StoreException">There is a file of that name that is no check.</exception>
    public static void Write(string path, CheckReport report, CancellationToken cancel = default)
    {
        using var unfinished = new UnfinishedFile(path);
        CheckThatItMayBeReplaced(path);
        using (var file = SqliteFile.Create(unfinished.Path))
        {
            file.Execute("BEGIN");
            GeoPackageTables.Create(file);
            foreach (var (layer, title) in DefectLayers.Of(report))
            {
                cancel.ThrowIfCancellationRequested();
                WriteLayer(file, layer, title, cancel);
            }

            AttributeTable.Write(file, "tolerances", "图层容差 Tolerances", ["layer", "other", "tolerance_m", "median_m", "samples", "confidence"], DefectTables.Tolerances(report));
            AttributeTable.Write(file, Readiness, "数据就绪报告 Readiness", ["conclusion", "conclusion_chinese", "carried", "reason", "reason_chinese", "change", "change_chinese"], DefectTables.Readiness(report));
            file.Execute("COMMIT");
        }

        cancel.ThrowIfCancellationRequested();
        unfinished.Finish();
    }

    private static void WriteLayer(SqliteFile file, SourceLayer layer, string title, CancellationToken cancel)
    {
        var rows = LayerRows.AsTheyCome(layer);
        FeatureTableWriter.CreateTable(file, layer.Name, rows.GeometryType, layer.Columns.Select(column => new TableColumn(column.Name, TableColumn.KindOf(column))));
        FeatureTableWriter.Write(
            file, rows, new FeatureTableShape(layer.Name, title, layer.Origin, rows.GeometryType, layer.Epsg), progress: null, cancel);
        LayerStyles.Put(file, layer.Name, rows.GeometryType);
    }

    // A slip of the pen must not put a list of defects in the place of a city.
    private static void CheckThatItMayBeReplaced(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var old = SqliteFile.OpenToRead(path);
        if (!old.HasTable(Readiness))
        {
            throw new StoreException(
                path, "There is a file of that name already, and it is no check.", "Choose another name, or delete the file if nobody needs it.");
        }
    }
}
