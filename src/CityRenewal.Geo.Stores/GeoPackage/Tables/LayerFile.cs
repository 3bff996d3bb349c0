using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Styles;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>A result as a GeoPackage of its own: styled layers and small tables, whole under its name or not there at all.</summary>
/// <param name="Kind">What the file is, for a message: plan, check.</param>
/// <param name="Mark">The table that every file of this kind has and no other: only such a file is replaced.</param>
internal sealed record LayerFile(string Kind, string Mark)
{
    /// <summary>Layers with what people read as their names, in their order.</summary>
    public required IEnumerable<(SourceLayer Layer, string Title)> Layers { get; init; }

    /// <summary>Tables without geometry, in their order.</summary>
    public required IReadOnlyList<NamedTable> Tables { get; init; }

    /// <summary>Statements that come after everything is written: triggers.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Writes the file.</summary>
    /// <exception cref="StoreException">There is a file of that name that is of another kind.</exception>
    public void Write(string path, CancellationToken cancel)
    {
        using var unfinished = new UnfinishedFile(path);
        CheckThatItMayBeReplaced(path);
        using (var file = SqliteFile.Create(unfinished.Path))
        {
            file.Execute("BEGIN");
            GeoPackageTables.Create(file);
            foreach (var (layer, title) in Layers)
            {
                cancel.ThrowIfCancellationRequested();
                WriteLayer(file, layer, title, cancel);
            }

            foreach (var table in Tables)
            {
                AttributeTable.Write(file, table.Name, table.Title, table.Columns, table.Rows);
            }

            foreach (var statement in Closing)
            {
                file.Execute(statement);
            }

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

    // A slip of the pen must not put a result in the place of a city.
    private void CheckThatItMayBeReplaced(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        using var old = SqliteFile.OpenToRead(path);
        if (!old.HasTable(Mark))
        {
            throw new StoreException(
                path, $"There is a file of that name already, and it is no {Kind}.", "Choose another name, or delete the file if nobody needs it.");
        }
    }
}
