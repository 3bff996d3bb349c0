namespace CityRenewal.Geo.Stores.Offices.Folders;

/// <summary>Files of plans: made whole and on the disk before a row names them, dropped when none does any more.</summary>
internal static class PlanFiles
{
    private static readonly string[] Companions = ["", "-journal", "-wal", "-shm"];

    /// <summary>Makes a file that no row names yet.</summary>
    internal static void Make(string path, Action<string> write)
    {
        DropOne(path);
        try
        {
            write(path);
            using var written = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(written);
        }
        catch (Exception failure)
        {
            DropOne(path);
            if (failure is IOException or UnauthorizedAccessException)
            {
                throw new StoreException(path, "The file cannot be written: the disk is full, or the folder is read-only. Nothing was kept.", "Free some space, then try again.", failure);
            }

            throw;
        }
    }

    /// <summary>Drops every file of a plan; its id has no dot.</summary>
    internal static void Drop(string folder, string plan)
    {
        foreach (var file in Directory.EnumerateFiles(folder, plan + ".*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Drops a file with what lies beside it: a journal that stayed would be played into the next file of that name.</summary>
    internal static void DropOne(string path)
    {
        foreach (var ending in Companions)
        {
            File.Delete(path + ending);
        }
    }

    /// <summary>Drops everything else in a folder.</summary>
    internal static void KeepOnly(string folder, IEnumerable<string> known)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var kept = known.SelectMany(file => Companions.Select(ending => file + ending)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => !kept.Contains(file)))
        {
            File.Delete(file);
        }
    }
}
