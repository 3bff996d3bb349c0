using SQLitePCL;

namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>One connection to a SQLite file, for one thread at a time. Every failure becomes a <see cref="StoreException"/>.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly sqlite3 _database;

    static SqliteFile() => Batteries_V2.Init();

    private SqliteFile(sqlite3 database, string path)
    {
        _database = database;
        Path = path;
    }

    internal string Path { get; }

    /// <summary>Opens an existing file for reading; nothing beside it is written where that can be avoided.</summary>
    internal static SqliteFile OpenToRead(string path)
    {
        CheckThatItExists(path);
        var file = Open(path, raw.SQLITE_OPEN_READONLY);
        file.Execute("PRAGMA busy_timeout = 5000");
        var code = raw.sqlite3_exec(file._database, "SELECT count(*) FROM sqlite_master");
        if (code == raw.SQLITE_OK)
        {
            return file;
        }

        var failure = file.Failure(code);
        file.Dispose();
        return (code & 0xff) is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY && (OpenImmutable(path) ?? OpenToRecover(path)) is { } other
            ? other
            : throw failure;
    }

    /// <summary>Opens an existing file for changes; waits a while for other programs.</summary>
    internal static SqliteFile OpenToWrite(string path, TimeSpan patience)
    {
        CheckThatItExists(path);
        var file = Open(path, raw.SQLITE_OPEN_READWRITE);
        file.Execute($"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}");
        SpatialFunctions.Register(file._database);
        return file;
    }

    /// <summary>Makes a new file for one long load: no journal, since an unfinished file is thrown away whole.</summary>
    internal static SqliteFile Create(string path)
    {
        var file = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        file.Execute("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; "
            + "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
        SpatialFunctions.Register(file._database);
        return file;
    }

    internal void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_database, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    /// <summary>Changes, all or nothing.</summary>
    internal void Whole(Action changes)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            changes();
            Execute("COMMIT");
        }
        catch
        {
            // SQLite may have taken everything back by itself, as on a full disk: then there is nothing left to take back.
            _ = raw.sqlite3_exec(_database, "ROLLBACK");
            throw;
        }
    }

    internal SqliteStatement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v2(_database, sql, out var statement);
        return code == raw.SQLITE_OK ? new SqliteStatement(this, statement) : throw Failure(code);
    }

    /// <summary>The first column of the first row as a whole number; 0 where there is no row or no value.</summary>
    internal long Scalar(string sql, params ReadOnlySpan<string> texts)
    {
        using var statement = Prepared(sql, texts);
        return statement.Step() ? statement.Integer(0) : 0;
    }

    /// <summary>The first column of the first row as text; null where there is no row or no value.</summary>
    internal string? Text(string sql, params ReadOnlySpan<string> texts)
    {
        using var statement = Prepared(sql, texts);
        return statement.Step() && !statement.IsNull(0) ? statement.Text(0) : null;
    }

    /// <summary>The first column of every row.</summary>
    internal IReadOnlyList<string> Texts(string sql, params ReadOnlySpan<string> texts)
    {
        using var statement = Prepared(sql, texts);
        var rows = new List<string>();
        while (statement.Step())
        {
            rows.Add(statement.Text(0));
        }

        return rows;
    }

    /// <summary>Runs one statement with texts as its parameters.</summary>
    internal void Run(string sql, params ReadOnlySpan<string?> texts)
    {
        using var statement = Prepared(sql, texts);
        statement.Run();
    }

    internal bool HasTable(string name) =>
        Scalar("SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?1 COLLATE NOCASE", name) > 0;

    internal StoreException Failure(int code) =>
        SqliteFailure.Of(code, raw.sqlite3_errmsg(_database).utf8_to_string(), Path);

    /// <summary>What is said of a file whose bytes make no sense.</summary>
    internal StoreException Damage() => SqliteFailure.Of(raw.SQLITE_CORRUPT, "", Path);

    /// <summary>
    /// Reads bytes of the file as they lie on disk, through this connection's own handle. They are those of the database
    /// while the connection reads and no log lies beside the file; past the end they are zero.
    /// </summary>
    internal unsafe void ReadAt(long offset, Span<byte> target)
    {
        nint handle = 0;
        var code = SqliteNative.FileControl(_database.DangerousGetHandle(), 0, SqliteNative.FilePointer, &handle);
        if (code == raw.SQLITE_OK)
        {
            // A file of SQLite begins with a table of its functions; the third entry reads.
            var read = ((delegate* unmanaged<nint, void*, int, long, int>**)handle)[0][2];
            fixed (byte* bytes = target)
            {
                code = read(handle, bytes, target.Length, offset);
            }
        }

        if (code is not raw.SQLITE_OK and not SqliteNative.ShortRead)
        {
            throw Failure(code);
        }
    }

    public void Dispose() => raw.sqlite3_close_v2(_database);

    private SqliteStatement Prepared(string sql, ReadOnlySpan<string?> texts)
    {
        var statement = Prepare(sql);
        for (var i = 0; i < texts.Length; i++)
        {
            statement.Bind(i + 1, texts[i]);
        }

        return statement;
    }

    private static SqliteFile Open(string path, int flags)
    {
        var code = raw.sqlite3_open_v2(path, out var database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code == raw.SQLITE_OK)
        {
            return new SqliteFile(database, path);
        }

        database?.Dispose();
        throw SqliteFailure.Of(code, "", path);
    }

    // A file left in WAL mode in a folder that may not be written to can be read only as one that never changes.
    private static SqliteFile? OpenImmutable(string path)
    {
        if (new[] { "-wal", "-journal" }.Any(ending => File.Exists(path + ending) && new FileInfo(path + ending).Length > 0))
        {
            return null;
        }

        var uri = $"{new Uri(System.IO.Path.GetFullPath(path)).AbsoluteUri}?immutable=1";
        var flags = raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_NOMUTEX | raw.SQLITE_OPEN_URI;
        if (raw.sqlite3_open_v2(uri, out var database, flags, null) != raw.SQLITE_OK)
        {
            database?.Dispose();
            return null;
        }

        var file = new SqliteFile(database, path);
        if (raw.sqlite3_exec(database, "SELECT count(*) FROM sqlite_master") == raw.SQLITE_OK)
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    // A writer that was killed leaves its journal behind; only a connection that may write can roll it back.
    private static SqliteFile? OpenToRecover(string path)
    {
        if (raw.sqlite3_open_v2(path, out var database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null) == raw.SQLITE_OK
            && raw.sqlite3_exec(database, "SELECT count(*) FROM sqlite_master") == raw.SQLITE_OK)
        {
            return new SqliteFile(database, path);
        }

        database?.Dispose();
        return null;
    }

    private static void CheckThatItExists(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreException(path, "A folder was given where a GeoPackage is expected.", "Give the .gpkg file inside it.");
        }

        if (!File.Exists(path))
        {
            throw new StoreException(path, "There is no such file.", "Check the spelling of the path.");
        }
    }
}
