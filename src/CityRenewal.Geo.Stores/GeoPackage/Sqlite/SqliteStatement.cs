using System.Text;
using CityRenewal.Geo.Stores.GeoPackage.Tables;
using SQLitePCL;

namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>A prepared statement: bind, step, read columns. Columns count from 0, parameters from 1.</summary>
internal sealed unsafe class SqliteStatement : IRows, IDisposable
{
    private readonly SqliteFile _file;
    private readonly sqlite3_stmt _statement;
    private readonly nint _handle;

    internal SqliteStatement(SqliteFile file, sqlite3_stmt statement)
    {
        _file = file;
        _statement = statement;
        _handle = statement.DangerousGetHandle();
    }

    /// <summary>The next row; false when there is none.</summary>
    public bool Step()
    {
        var code = SqliteNative.Step(_handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw _file.Failure(code),
        };
    }

    /// <summary>Runs a statement that gives no rows, and makes it ready for the next set of values.</summary>
    internal void Run()
    {
        Step();
        SqliteNative.Reset(_handle);
    }

    public int Type(int column) => SqliteNative.ColumnType(_handle, column);

    internal bool IsNull(int column) => Type(column) == SqliteNative.Null;

    public long Integer(int column) => SqliteNative.ColumnInteger(_handle, column);

    public double Real(int column) => SqliteNative.ColumnReal(_handle, column);

    /// <summary>The bytes of a blob or of a text (UTF-8); they live until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column)
    {
        var start = SqliteNative.ColumnBlob(_handle, column);
        return new ReadOnlySpan<byte>(start, SqliteNative.ColumnBytes(_handle, column));
    }

    internal string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    internal SqliteStatement Bind(int parameter, long value)
    {
        Check(SqliteNative.BindInteger(_handle, parameter, value));
        return this;
    }

    internal SqliteStatement Bind(int parameter, double value)
    {
        Check(SqliteNative.BindReal(_handle, parameter, value));
        return this;
    }

    internal SqliteStatement Bind(int parameter, string? value)
    {
        Check(value is null
            ? SqliteNative.BindNull(_handle, parameter)
            : raw.sqlite3_bind_text(_statement, parameter, value));
        return this;
    }

    /// <summary>Binds a copy of bytes.</summary>
    internal SqliteStatement Bind(int parameter, ReadOnlySpan<byte> blob)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, blob));
        return this;
    }

    internal SqliteStatement BindNull(int parameter)
    {
        Check(SqliteNative.BindNull(_handle, parameter));
        return this;
    }

    /// <summary>Binds bytes that the caller keeps in place until the statement has run.</summary>
    internal void BindPinnedText(int parameter, byte* text, int length) =>
        Check(SqliteNative.BindText(_handle, parameter, text, length, 0));

    /// <inheritdoc cref="BindPinnedText"/>
    internal void BindPinnedBlob(int parameter, byte* blob, int length) =>
        Check(SqliteNative.BindBlob(_handle, parameter, blob, length, 0));

    public void Dispose() => _statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw _file.Failure(code);
        }
    }
}
