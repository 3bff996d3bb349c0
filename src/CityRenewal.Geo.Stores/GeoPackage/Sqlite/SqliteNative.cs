using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>
/// The calls that run once per value. They go to SQLite's own library directly: the managed wrapper's safe handles cost
/// more than the calls themselves when a city has fifty million values.
/// </summary>
internal static unsafe partial class SqliteNative
{
    internal const int Integer = 1;
    internal const int Real = 2;
    internal const int Text = 3;
    internal const int Blob = 4;
    internal const int Null = 5;

    /// <summary>Asks a connection for its handle of the file.</summary>
    internal const int FilePointer = 7;

    /// <summary>The file ended before all was read.</summary>
    internal const int ShortRead = 522;

    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    internal static partial int Step(nint statement);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_reset")]
    internal static partial int Reset(nint statement);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_type")]
    internal static partial int ColumnType(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_int64")]
    internal static partial long ColumnInteger(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_double")]
    internal static partial double ColumnReal(nint statement, int column);

    [LibraryImport(Library, EntryPoint = "sqlite3_column_blob")]
    internal static partial byte* ColumnBlob(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_column_bytes")]
    internal static partial int ColumnBytes(nint statement, int column);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_null")]
    internal static partial int BindNull(nint statement, int parameter);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_int64")]
    internal static partial int BindInteger(nint statement, int parameter, long value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_double")]
    internal static partial int BindReal(nint statement, int parameter, double value);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_text")]
    internal static partial int BindText(nint statement, int parameter, byte* text, int bytes, nint destructor);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "sqlite3_bind_blob")]
    internal static partial int BindBlob(nint statement, int parameter, byte* blob, int bytes, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_file_control")]
    internal static partial int FileControl(nint database, nint schema, int operation, nint* argument);
}
