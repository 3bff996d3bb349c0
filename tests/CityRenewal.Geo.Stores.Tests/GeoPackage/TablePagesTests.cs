using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Pages;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>Rows decoded from the pages of a file are those that SQLite gives when it is asked.</summary>
public sealed class TablePagesTests : IDisposable
{
    private const string Rows = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
        INSERT INTO a SELECT i * 7 - 900, (1 << (i % 62)) * (i % 3 - 1), i / 4.0, CASE i % 5 WHEN 0 THEN NULL ELSE i % 4 END,
          replace(printf('%.*c', (i * i) % 9000, 'x'), 'x', char(65 + i % 26)), CASE i % 4 WHEN 0 THEN i WHEN 1 THEN i / 2.0 WHEN 2 THEN 'w' || i END,
          CASE i % 3 WHEN 0 THEN NULL WHEN 1 THEN x'4750000100000000010100000000000000000008400000000000001040'
            ELSE x'47500001000000000101000000000000000000F03F0000000000000040' END FROM n;
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(512)]
    [InlineData(4096)]
    [InlineData(65536)]
    public void Pages_and_SQL_give_the_same_rows(int pageSize)
    {
        Make(pageSize, Rows);

        AssertSameInSql(rows: 3000);
    }

    [Fact]
    public void Rows_older_than_a_column_and_gaps_of_deleted_rows_are_read()
    {
        Make(1024, Rows + "DELETE FROM a WHERE fid % 3 = 0; ALTER TABLE a ADD COLUMN late TEXT; UPDATE a SET late = 'new' WHERE fid > 15000;");

        AssertSameInSql(rows: 2000);
    }

    [Fact]
    public void An_empty_table_has_no_rows()
    {
        Make(4096, "");

        AssertSameInSql(rows: 0);
    }

    [Theory]
    [InlineData("ALTER TABLE a ADD COLUMN late TEXT DEFAULT 'x'")]
    [InlineData("ALTER TABLE a ADD COLUMN twice REAL GENERATED ALWAYS AS (share * 2) VIRTUAL")]
    [InlineData("PRAGMA journal_mode = WAL")]
    public void What_no_page_holds_is_asked_for_in_SQL(string change)
    {
        Make(4096, Rows + change + ";");

        Assert.Null(Layout());
        Assert.Equal(3000, GeoPackageReader.Read(_folder["a.gpkg"], "a").Layer.Shapes.Count);
    }

    [Fact]
    public void Damaged_pages_are_refused_in_words_or_read_but_never_crash()
    {
        Make(512, Rows);
        var whole = File.ReadAllBytes(_folder["a.gpkg"]);
        var random = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var flip = 0; flip < 200; flip++)
            {
                bytes[random.Next(20_000, bytes.Length)] = (byte)random.Next();
            }

            File.WriteAllBytes(_folder["a.gpkg"], bytes);
            if (Record.Exception(() => GeoPackageReader.Read(_folder["a.gpkg"], "a")) is { } failure)
            {
                Assert.True(failure is StoreException, failure.ToString());
            }
        }
    }

    private void Make(int pageSize, string rows) => TemporaryFolder.Sql(_folder["a.gpkg"], $"""
        PRAGMA page_size = {pageSize};
        CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, srs_id INTEGER);
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
        INSERT INTO gpkg_contents VALUES ('a', 'features', 'a', 4490);
        INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 'POINT', 4490, 0, 0);
        CREATE TABLE a (fid INTEGER PRIMARY KEY NOT NULL, code INTEGER, share REAL, level DOUBLE, word TEXT, odd TEXT, geom POINT);
        {rows}
        """);

    // A file that keeps a log is always asked in SQL.
    private void AssertSameInSql(int rows)
    {
        Assert.NotNull(Layout());
        var fromPages = GeoPackageReader.Read(_folder["a.gpkg"], "a");
        TemporaryFolder.Sql(_folder["a.gpkg"], "PRAGMA journal_mode = WAL");
        var inSql = GeoPackageReader.Read(_folder["a.gpkg"], "a");

        Assert.Equal(rows, fromPages.Layer.Shapes.Count);
        Assert.Equal(LayerText.Of(inSql.Layer), LayerText.Of(fromPages.Layer));
        Assert.Equal(inSql.Layer.Fids, fromPages.Layer.Fids);
        Assert.Equal(inSql.Layer.Columns.Select(column => column.GetType()), fromPages.Layer.Columns.Select(column => column.GetType()));
    }

    private TableLayout? Layout()
    {
        using var file = SqliteFile.OpenToRead(_folder["a.gpkg"]);
        return TableLayout.Find(file, FeatureTable.ReadAll(file).Single());
    }
}
