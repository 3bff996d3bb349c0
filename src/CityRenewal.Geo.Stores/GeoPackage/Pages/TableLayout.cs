using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage.Pages;

/// <summary>Where the rows of a table lie in its file, and where in a row's record the columns lie that are asked for.</summary>
/// <param name="PageSize">Bytes of a page.</param>
/// <param name="Usable">Bytes of a page that hold content.</param>
/// <param name="Leaves">The pages that hold rows, in the order of the key.</param>
/// <param name="Slots">Per field of a record the place it is asked for at; −1 where nobody asks.</param>
/// <param name="IsReal">Per place whether the column holds real numbers even where a whole one is stored.</param>
internal sealed record TableLayout(int PageSize, int Usable, uint[] Leaves, int[] Slots, bool[] IsReal)
{
    private const int HeaderLength = 100;
    private const int KeyAndGeometry = 2;

    /// <summary>
    /// The layout of a layer; null where its rows are to be asked for in SQL: a view, a table without a key of its own or
    /// with values that no row stores, another text encoding, or a file whose newest pages may lie in a log beside it.
    /// </summary>
    internal static TableLayout? Find(SqliteFile file, FeatureTable table)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        file.ReadAt(0, header);
        var isPlain = header[18] == 1 && header[19] == 1 && PageWindow.Word(header, 56) == 1;
        var root = (uint)file.Scalar("SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?1 COLLATE NOCASE", table.Name);
        if (!isPlain || root == 0 || table.KeyColumn is null || Slotted(file, table) is not { } slots)
        {
            return null;
        }

        var stated = PageWindow.Half(header, 16);
        var pageSize = stated == 1 ? 65536 : stated;
        var leaves = TableTree.LeavesOf(file, pageSize, root);
        return leaves is null ? null : new TableLayout(pageSize, pageSize - header[20], leaves, slots.Slots, slots.IsReal);
    }

    private static (int[] Slots, bool[] IsReal)? Slotted(SqliteFile file, FeatureTable table)
    {
        var (slots, isReal) = (new List<int>(), new bool[table.Columns.Count + KeyAndGeometry]);
        using var fields = file.Prepare("SELECT name, type, dflt_value, hidden FROM pragma_table_xinfo(?1)").Bind(1, table.Name);
        while (fields.Step())
        {
            if (!fields.IsNull(2) || fields.Integer(3) != 0)
            {
                return null;
            }

            var slot = SlotOf(table, fields.Text(0));
            slots.Add(slot);
            if (slot >= KeyAndGeometry)
            {
                isReal[slot] = HasRealAffinity(fields.Text(1).ToUpperInvariant());
            }
        }

        return ([.. slots], isReal);
    }

    // Place 0 is the key, 1 the geometry. The key's own field is empty: the row is numbered by it.
    private static int SlotOf(FeatureTable table, string name)
    {
        if (name == table.GeometryColumn || LayerSchema.Same(name, table.GeometryColumn))
        {
            return 1;
        }

        var column = table.Columns.ToList().FindIndex(column => column.Name == name);
        return column < 0 ? -1 : column + KeyAndGeometry;
    }

    // The rules by which SQLite reads a declared type.
    private static bool HasRealAffinity(string type) =>
        !new[] { "INT", "CHAR", "CLOB", "TEXT", "BLOB" }.Any(word => type.Contains(word, StringComparison.Ordinal))
        && new[] { "REAL", "FLOA", "DOUB" }.Any(word => type.Contains(word, StringComparison.Ordinal));
}
