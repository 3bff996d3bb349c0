using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Connections;

/// <summary>Work on one connection, for one thread at a time.</summary>
internal sealed class Session(NpgsqlConnection connection, string place, CancellationToken cancel)
{
    /// <summary>The database, for messages.</summary>
    internal string Place => place;

    /// <summary>Ends the work.</summary>
    internal CancellationToken Cancel => cancel;

    /// <summary>Seconds that a statement may take; 0 does not limit it.</summary>
    internal int Patience { get; set; } = 30;

    /// <summary>Runs a statement with parameters $1, $2, … and returns how many rows it touched.</summary>
    internal int Run(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var stop = cancel.Register(command.Cancel);
        return Cancelled(command.ExecuteNonQuery);
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    internal object? Value(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var stop = cancel.Register(command.Cancel);
        return Cancelled(command.ExecuteScalar) is { } found and not DBNull ? found : null;
    }

    /// <summary>All rows.</summary>
    internal List<T> Rows<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var stop = cancel.Register(command.Cancel);
        return Cancelled(() =>
        {
            using var rows = command.ExecuteReader();
            var found = new List<T>();
            while (rows.Read())
            {
                found.Add(read(rows));
            }

            return found;
        });
    }

    /// <summary>Begins to copy rows in binary form: into a table, or out of a query.</summary>
    internal NpgsqlRawCopyStream Copy(string sql)
    {
        cancel.ThrowIfCancellationRequested();
        return connection.BeginRawBinaryCopy(sql);
    }

    private NpgsqlCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        cancel.ThrowIfCancellationRequested();
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = Patience };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    private T Cancelled<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (PostgresException stopped) when (stopped.SqlState == PostgresErrorCodes.QueryCanceled && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(stopped.MessageText, stopped, cancel);
        }
    }
}
