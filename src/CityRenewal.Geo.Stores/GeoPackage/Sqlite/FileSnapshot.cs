using System.Collections.Concurrent;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>
/// Several connections that all see the same state of a file: each has begun reading before the file was looked at a
/// second time and found unchanged, and while they read nobody can change what they see.
/// </summary>
internal sealed class FileSnapshot : IDisposable
{
    private const int Attempts = 20;

    private readonly IReadOnlyList<SqliteFile> _files;
    private readonly BlockingCollection<SqliteFile> _free;

    private FileSnapshot(string path, FileStamp stamp, IReadOnlyList<SqliteFile> files)
    {
        Path = path;
        Stamp = stamp;
        _files = files;
        _free = new BlockingCollection<SqliteFile>(new ConcurrentQueue<SqliteFile>(files));
    }

    internal string Path { get; }

    /// <summary>What the file looked like while it was read.</summary>
    internal FileStamp Stamp { get; }

    /// <summary>One of the connections, for use outside <see cref="ForEach"/>.</summary>
    internal SqliteFile File => _files[0];

    internal static FileSnapshot Take(string path)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var files = new List<SqliteFile>();
            try
            {
                files.Add(SqliteFile.OpenToRead(path));
                var before = FileStamp.Of(path);
                for (var i = 1; i < Math.Max(1, Environment.ProcessorCount); i++)
                {
                    files.Add(SqliteFile.OpenToRead(path));
                }

                files.ForEach(Begin);
                if (FileStamp.Of(path) == before)
                {
                    return new FileSnapshot(path, before, files);
                }
            }
            catch
            {
                files.ForEach(file => file.Dispose());
                throw;
            }

            files.ForEach(file => file.Dispose());
        }

        throw new StoreException(
            path, "The file keeps changing while it is opened.", "Wait until the other program has finished writing, then try again.");
    }

    /// <summary>Does numbered pieces of work on all connections at once.</summary>
    internal void ForEach(int count, Action<SqliteFile, int> work)
    {
        var next = -1;
        try
        {
            Parallel.ForEach(_files, new ParallelOptions { MaxDegreeOfParallelism = _files.Count }, file =>
            {
                for (int i; (i = Interlocked.Increment(ref next)) < count;)
                {
                    work(file, i);
                }
            });
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    /// <summary>Does work on a connection that nobody else uses meanwhile; waits for one where there are more threads.</summary>
    internal T With<T>(Func<SqliteFile, T> work)
    {
        var file = _free.Take();
        try
        {
            return work(file);
        }
        finally
        {
            _free.Add(file);
        }
    }

    public void Dispose()
    {
        _free.Dispose();
        foreach (var file in _files)
        {
            file.Dispose();
        }

        SpentMemory.GiveBack();
    }

    private static void Begin(SqliteFile file)
    {
        file.Execute("BEGIN");
        file.Scalar("SELECT count(*) FROM sqlite_master");
    }
}
