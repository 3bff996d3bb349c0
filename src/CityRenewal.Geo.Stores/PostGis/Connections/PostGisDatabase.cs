using Npgsql;

namespace CityRenewal.Geo.Stores.PostGis.Connections;

/// <summary>
/// A database with its pool of connections. Work that lost its connection before anything was confirmed is done once more on a new
/// one; every failure becomes a <see cref="StoreException"/>, and the next call tries anew.
/// </summary>
internal sealed class PostGisDatabase : IDisposable
{
    private readonly NpgsqlDataSource _source;
    private NpgsqlConnection? _held;

    private PostGisDatabase(NpgsqlDataSource source, string place) => (_source, Place) = (source, place);

    /// <summary>Where it is, for people; holds no password.</summary>
    internal string Place { get; }

    internal static PostGisDatabase Open(string text)
    {
        var read = ConnectionText.Read(text);
        return new PostGisDatabase(new NpgsqlDataSourceBuilder(read.ConnectionString).Build(), ConnectionText.PlaceOf(read));
    }

    /// <summary>Reads with single statements, each of which sees the newest state.</summary>
    internal T Read<T>(Func<Session, T> read, CancellationToken cancel = default) => Do(read, null, cancel);

    /// <summary>Reads with several statements that all see the same state.</summary>
    internal T Snapshot<T>(Func<Session, T> read, CancellationToken cancel = default) => Do(read, System.Data.IsolationLevel.RepeatableRead, cancel);

    /// <summary>Changes, all or nothing. The work may be done twice, so it must begin from what the database says.</summary>
    internal T Change<T>(Func<Session, T> change, CancellationToken cancel = default) => Do(change, System.Data.IsolationLevel.ReadCommitted, cancel);

    internal void Change(Action<Session> change) => Change(session =>
    {
        change(session);
        return true;
    });

    /// <summary>Takes a lock for as long as this is not disposed of.</summary>
    /// <returns>Whether nobody else has it.</returns>
    internal bool TryHold(long key)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            try
            {
                _held ??= _source.OpenConnection();
                return new Session(_held, Place, CancellationToken.None).Rows("SELECT pg_try_advisory_lock($1)", row => row.GetBoolean(0), key)[0];
            }
            catch (Exception lost) when (!isAgain && PostGisFailure.IsPassing(lost))
            {
                Release();
            }
            catch (Exception failure) when (PostGisFailure.Of(failure, Place) is { } said)
            {
                Release();
                throw said;
            }
        }
    }

    /// <summary>Whether the lock is still ours: one that went with its connection is taken again, if nobody else took it.</summary>
    internal bool StillHolds(long key)
    {
        try
        {
            if (_held is not null)
            {
                new Session(_held, Place, CancellationToken.None).Run("SELECT 1");
                return true;
            }
        }
        catch (Exception lost) when (PostGisFailure.Of(lost, Place) is not null)
        {
            Release();
        }

        return TryHold(key);
    }

    public void Dispose()
    {
        _held?.Dispose();
        _source.Dispose();
    }

    private void Release()
    {
        _held?.Dispose();
        _held = null;
    }

    private T Do<T>(Func<Session, T> work, System.Data.IsolationLevel? isolation, CancellationToken cancel)
    {
        for (var isAgain = false; ; isAgain = true)
        {
            var isConfirming = false;
            try
            {
                using var connection = _source.OpenConnection();
                using var transaction = isolation is { } level ? connection.BeginTransaction(level) : null;
                var result = work(new Session(connection, Place, cancel));
                isConfirming = transaction is not null;
                transaction?.Commit();
                return result;
            }
            catch (Exception lost) when (!isAgain && !isConfirming && PostGisFailure.IsPassing(lost))
            {
                // Nothing was confirmed: the same work on a new connection does no harm.
            }
            catch (Exception failure) when (PostGisFailure.Of(failure, Place, isConfirming) is { } said)
            {
                throw said;
            }
        }
    }
}
