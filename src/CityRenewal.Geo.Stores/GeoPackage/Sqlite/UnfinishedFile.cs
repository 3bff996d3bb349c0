namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>
/// A file that takes its final name only when it is complete and on the disk. Whatever happens before that, nothing is
/// left under the final name that was not there already.
/// </summary>
internal sealed class UnfinishedFile : IDisposable
{
    private readonly string _target;

    internal UnfinishedFile(string target)
    {
        _target = System.IO.Path.GetFullPath(target);
        CheckTarget();
        Leftovers.Sweep(System.IO.Path.GetDirectoryName(_target)!, System.IO.Path.GetFileName(_target));
        Path = System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(_target)!,
            $".{System.IO.Path.GetFileName(_target)}.{System.IO.Path.GetRandomFileName()}.part");
    }

    /// <summary>The temporary name, in the same folder as the target.</summary>
    internal string Path { get; }

    /// <summary>Puts the finished file in place.</summary>
    internal void Finish()
    {
        try
        {
            using (var written = File.OpenHandle(Path, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written);
            }

            if (File.Exists(_target))
            {
                ReleaseOldTarget();
            }

            File.Move(Path, _target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                _target, "The finished file could not be put in its place.",
                "Check that no other program holds a file of that name and that you may write to the folder.", failure);
        }
    }

    public void Dispose()
    {
        foreach (var leftover in new[] { Path, Path + "-journal" })
        {
            try
            {
                File.Delete(leftover);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A leftover under its temporary name harms nobody; the failure that led here is what the user must hear.
            }
        }
    }

    private void CheckTarget()
    {
        var folder = System.IO.Path.GetDirectoryName(_target)!;
        if (Directory.Exists(_target))
        {
            throw new StoreException(_target, "A folder has the name of the file to write.", "Give another name.");
        }

        if (!Directory.Exists(folder))
        {
            throw new StoreException(folder, "The folder does not exist.", "Create it, or choose another one.");
        }

    }

    // A write-ahead log left beside the old file would be replayed into the new one.
    private void ReleaseOldTarget()
    {
        if (File.Exists(_target + "-wal"))
        {
            using var old = SqliteFile.OpenToWrite(_target, TimeSpan.FromSeconds(2));
            old.Execute("PRAGMA journal_mode = DELETE");
        }

        foreach (var ending in new[] { "-wal", "-shm", "-journal" })
        {
            File.Delete(_target + ending);
        }
    }
}
