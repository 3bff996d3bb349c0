using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.GeoPackage.Plans;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Styles;
using CityRenewal.Geo.Stores.GeoPackage.Tables;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// A plan as a GeoPackage that QGIS opens styled: renewal areas with their measures, their parcels, what is proposed for
/// every building, the parameters and notes, and the record of the run. Geometry is in the system the city was delivered in.
/// </summary>
public static class PlanFile
{
    private const string RunRecord = "run_record";

    /// <summary>
    /// Writes a plan. Every area has a list of measures, name and value in the order of the columns; null where a measure
    /// is not applicable or unknown.
    /// </summary>
    public static void Write(
        string path, City city, Plan plan, IReadOnlyList<IReadOnlyList<KeyValuePair<string, double?>>> measures,
        CancellationToken cancel = default)
    {
        using var unfinished = new UnfinishedFile(path);
        CheckThatItMayBeReplaced(path);
        using (var file = SqliteFile.Create(unfinished.Path))
        {
            file.Execute("BEGIN");
            GeoPackageTables.Create(file);
            foreach (var (layer, title) in PlanLayers.Of(city, plan, measures))
            {
                cancel.ThrowIfCancellationRequested();
                WriteLayer(file, layer, title, cancel);
            }

            AttributeTable.Write(file, "parameters", "参数 Parameters", ["name", "value", "unit"], PlanTables.Parameters(plan.Options, city));
            AttributeTable.Write(file, "notes", "说明 Notes", ["code", "text", "text_chinese"],
                plan.Notes.Select(note => (IReadOnlyList<string?>)[note.Code, note.Text, note.TextChinese]));
            AttributeTable.Write(file, RunRecord, "运行记录 Run record", ["name", "value"], PlanTables.RunRecord(plan, city));
            file.Execute("COMMIT");
        }

        cancel.ThrowIfCancellationRequested();
        unfinished.Finish();
    }

    private static void WriteLayer(SqliteFile file, SourceLayer layer, string title, CancellationToken cancel)
    {
        var rows = LayerRows.AsTheyCome(layer);
        FeatureTableWriter.CreateTable(file, layer.Name, rows.GeometryType, layer.Columns.Select(column => new TableColumn(column.Name, TableColumn.KindOf(column))));
        var shape = new FeatureTableShape(layer.Name, title, layer.Origin, rows.GeometryType, layer.Epsg);
        FeatureTableWriter.Write(file, rows, shape, progress: null, cancel);
        LayerStyles.Put(file, layer.Name, rows.GeometryType);
    }

    // A slip of the pen must not put a plan in the place of a city.
    private static void CheckThatItMayBeReplaced(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var old = SqliteFile.OpenToRead(path);
        if (!old.HasTable(RunRecord))
        {
            throw new StoreException(
                path, "There is a file of that name already, and it is no plan.", "Choose another name, or delete the file if nobody needs it.");
        }
    }
}
