using SQLitePCL;

namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>Turns what SQLite returns into words: what is wrong, where, what to do.</summary>
internal static class SqliteFailure
{
    internal static StoreException Of(int code, string detail, string path)
    {
        var (what, remedy) = Words(code & 0xff, detail);
        return new StoreException(path, what, remedy);
    }

    private static (string What, string Remedy) Words(int code, string detail) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
            "Another program holds the file.",
            "Close it there or end its edit session (in QGIS: save and toggle editing off), then try again."),
        raw.SQLITE_FULL => (
            "The disk is full: nothing was kept of this write.",
            "Free some space or choose a folder on another disk, then try again."),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => (
            "The file or its folder is read-only.",
            "Choose a folder you may write to, or copy the file there."),
        raw.SQLITE_CANTOPEN => (
            "The file cannot be opened.",
            "Check that the path is right and that you may read (and, for output, write) its folder."),
        raw.SQLITE_NOTADB => (
            "The file is not a GeoPackage: it is no SQLite database.",
            "Give a .gpkg file; other formats are brought in with `renewal import`."),
        raw.SQLITE_CORRUPT => (
            "The file is damaged or cut short.",
            "Copy it again from where it came from; `sqlite3 FILE .recover` may save parts of it."),
        raw.SQLITE_IOERR => (
            "The disk failed while the file was read or written.",
            "Check the disk or network drive, then try again with a copy on a local disk."),
        raw.SQLITE_TOOBIG => (
            "A value exceeds what a GeoPackage row can hold (1 GB).",
            "Split the feature named by the layer's largest geometry, then try again."),
        raw.SQLITE_NOMEM => (
            "There is not enough memory to read or write the file.",
            "Close other programs, then try again."),
        _ => ($"SQLite refuses: {detail}.", "Check the file with `sqlite3 FILE 'PRAGMA integrity_check'`."),
    };
}
