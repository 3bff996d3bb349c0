using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>The tables of an office's records, in the steps in which they grew.</summary>
internal static class RecordSchema
{
    // A step that was ever released stays as it is; changes are further steps.
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE plans (
          city TEXT NOT NULL, id TEXT NOT NULL, title TEXT NOT NULL, state INTEGER NOT NULL, revision INTEGER NOT NULL,
          author TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL, data_version TEXT NOT NULL, layers_version TEXT NOT NULL, rule_pack TEXT NOT NULL,
          from_plan TEXT NOT NULL, areas INTEGER NOT NULL, open_findings INTEGER NOT NULL, PRIMARY KEY (city, id)) WITHOUT ROWID;
        CREATE TABLE runs (
          id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, city TEXT NOT NULL, state INTEGER NOT NULL, caller TEXT NOT NULL,
          request BLOB NOT NULL, response BLOB NOT NULL, error BLOB NOT NULL, stage TEXT NOT NULL, found REAL, bound REAL,
          attempts INTEGER NOT NULL, created TEXT NOT NULL, ended TEXT);
        CREATE TABLE requests (
          caller TEXT NOT NULL, request TEXT NOT NULL, method TEXT NOT NULL, hash TEXT NOT NULL, response BLOB NOT NULL,
          time TEXT NOT NULL, PRIMARY KEY (caller, request));
        CREATE TABLE sessions (
          id TEXT PRIMARY KEY NOT NULL, city TEXT NOT NULL, plan TEXT NOT NULL, caller TEXT NOT NULL, edits TEXT NOT NULL,
          made INTEGER NOT NULL, changed TEXT NOT NULL);
        CREATE TABLE calls (
          id INTEGER PRIMARY KEY AUTOINCREMENT, time TEXT NOT NULL, caller TEXT NOT NULL, role TEXT NOT NULL, method TEXT NOT NULL,
          resource TEXT NOT NULL, status TEXT NOT NULL);
        CREATE TRIGGER calls_stay BEFORE UPDATE ON calls BEGIN SELECT RAISE(ABORT, 'the record of calls is never changed'); END;
        """,
        """
        ALTER TABLE plans ADD COLUMN file INTEGER NOT NULL DEFAULT 1;
        CREATE TRIGGER calls_never_go BEFORE DELETE ON calls BEGIN SELECT RAISE(ABORT, 'the record of calls is never changed'); END;
        """,
        """
        ALTER TABLE requests ADD COLUMN city TEXT;
        ALTER TABLE requests ADD COLUMN mark TEXT;
        CREATE INDEX requests_by_time ON requests (time);
        """,
    ];

    /// <summary>Makes the file where there is none.</summary>
    internal static void Ensure(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        using var unfinished = new UnfinishedFile(path);
        using (var file = SqliteFile.Create(unfinished.Path))
        {
            file.Execute("CREATE TABLE schema_version (version INTEGER NOT NULL); INSERT INTO schema_version VALUES (0)");
        }

        unfinished.Finish();
    }

    /// <summary>Brings the file to the newest form, all or nothing.</summary>
    /// <exception cref="StoreException">A newer program wrote it.</exception>
    internal static void Migrate(SqliteFile file)
    {
        file.Execute("BEGIN IMMEDIATE");
        var version = (int)file.Scalar("SELECT version FROM schema_version");
        if (version > Steps.Length)
        {
            file.Execute("ROLLBACK");
            throw new StoreException(file.Path, $"A newer version of this program wrote it (form {version}, this one knows {Steps.Length}).", "Use that version.");
        }

        foreach (var step in Steps.Skip(version))
        {
            file.Execute(step);
        }

        file.Execute($"UPDATE schema_version SET version = {Steps.Length}");
        file.Execute("COMMIT");
    }
}
