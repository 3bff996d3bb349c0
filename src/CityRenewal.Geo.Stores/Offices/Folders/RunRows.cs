using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Rows of the table of runs.</summary>
internal static class RunRows
{
    private const string Columns = "id, kind, city, state, caller, request, response, error, stage, found, bound, attempts, created, ended";

    internal static void Put(SqliteFile file, RunRecord run)
    {
        using var put = file.Prepare(
            $"INSERT OR REPLACE INTO runs ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
        put.Bind(1, run.Id).Bind(2, run.Kind).Bind(3, run.City).Bind(4, (long)run.State).Bind(5, run.Caller)
            .Bind(6, run.Request.AsSpan()).Bind(7, run.Response.AsSpan()).Bind(8, run.Error.AsSpan()).Bind(9, run.Stage);
        _ = run.Found is { } found ? put.Bind(10, found) : put.BindNull(10);
        _ = run.Bound is { } bound ? put.Bind(11, bound) : put.BindNull(11);
        put.Bind(12, run.Attempts).Bind(13, RecordTimes.Write(run.Created)).Bind(14, run.Ended is { } ended ? RecordTimes.Write(ended) : null);
        put.Run();
    }

    internal static RunRecord? Find(SqliteFile file, string id)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM runs WHERE id = ?1");
        rows.Bind(1, id);
        return rows.Step() ? Read(rows) : null;
    }

    internal static IReadOnlyList<RunRecord> After(SqliteFile file, string after, int most)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM runs WHERE id > ?1 ORDER BY id LIMIT ?2");
        rows.Bind(1, after).Bind(2, most);
        return All(rows);
    }

    internal static IReadOnlyList<RunRecord> Open(SqliteFile file)
    {
        using var rows = file.Prepare($"SELECT {Columns} FROM runs WHERE state IN ({(int)RunState.Waiting}, {(int)RunState.Running}) ORDER BY id");
        return All(rows);
    }

    private static List<RunRecord> All(SqliteStatement rows)
    {
        var runs = new List<RunRecord>();
        while (rows.Step())
        {
            runs.Add(Read(rows));
        }

        return runs;
    }

    private static RunRecord Read(SqliteStatement row) => new(row.Text(0), row.Text(1), row.Text(2), (RunState)row.Integer(3))
    {
        Caller = row.Text(4),
        Request = row.Bytes(5).ToArray(),
        Response = row.Bytes(6).ToArray(),
        Error = row.Bytes(7).ToArray(),
        Stage = row.Text(8),
        Found = row.IsNull(9) ? null : row.Real(9),
        Bound = row.IsNull(10) ? null : row.Real(10),
        Attempts = (int)row.Integer(11),
        Created = RecordTimes.Read(row.Text(12)),
        Ended = row.IsNull(13) ? null : RecordTimes.Read(row.Text(13)),
    };
}
