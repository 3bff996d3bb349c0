using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.PostGis.Connections;
using CityRenewal.Geo.Stores.PostGis.Schema;

namespace CityRenewal.Geo.Stores.PostGis.Layers;

/// <summary>
/// Brings a table and a layer's next version to the same columns: what is new is added, a column of numbers in which words come
/// becomes one of texts, and numbers for a column of texts are written as such.
/// </summary>
internal static class ColumnFit
{
    /// <summary>Changes the table where it has to, and tells the table and the layer that fit.</summary>
    internal static (LayerTable Table, SourceLayer Layer) Of(Session session, LayerTable table, SourceLayer layer)
    {
        var columns = table.Columns.ToList();
        var fitting = new List<SourceColumn>();
        foreach (var column in layer.Columns)
        {
            var at = columns.FindIndex(known => LayerSchema.Same(known.Name, column.Name));
            if (at < 0)
            {
                columns.Add(Added(session, table, column));
                fitting.Add(column);
                continue;
            }

            columns[at] = Widened(session, table, columns[at], TableColumn.KindOf(column));
            fitting.Add(As(column, columns[at]));
        }

        return (table with { Columns = columns }, layer.WithColumns(fitting));
    }

    private static TableColumn Added(Session session, LayerTable table, SourceColumn column)
    {
        var added = new TableColumn(column.Name, TableColumn.KindOf(column));
        session.Run($"ALTER TABLE {table.Rows} ADD COLUMN {NameOf(added)} {LayerTables.TypeOf(added.Kind)}");
        LayerTables.NameColumn(session, table, added);
        return added;
    }

    private static TableColumn Widened(Session session, LayerTable table, TableColumn known, ColumnKind wanted)
    {
        if (wanted <= known.Kind)
        {
            return known;
        }

        session.Run($"DROP VIEW IF EXISTS {table.View}");
        session.Run($"ALTER TABLE {table.Rows} ALTER COLUMN {NameOf(known)} TYPE {LayerTables.TypeOf(wanted)}");
        return known with { Kind = wanted };
    }

    private static SourceColumn As(SourceColumn column, TableColumn known) => (column, known.Kind) switch
    {
        (not TextSource, ColumnKind.Text) => new TextSource(known.Name, TextColumn.From(Enumerable.Range(0, column.Count).Select(column.TextOf))),
        (IntegerSource whole, ColumnKind.Real) => new RealSource(known.Name, [.. whole.Values.Select(value => value == Unknown.Integer ? Unknown.Real : value)]),
        _ => column with { Name = known.Name },
    };

    private static string NameOf(TableColumn column) => FeatureTable.Quoted(ColumnNames.InTable(column.Name));
}
