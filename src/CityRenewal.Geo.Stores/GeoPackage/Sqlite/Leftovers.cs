namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>
/// Unfinished files of writers that were killed. A writer holds its file from the first page on, so one that can be locked
/// and was not touched for a minute belongs to nobody.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan Untouched = TimeSpan.FromMinutes(1);

    /// <summary>Deletes what is left of earlier writes to a file; what cannot be deleted stays.</summary>
    internal static void Sweep(string folder, string name)
    {
        foreach (var leftover in Directory.GetFiles(folder, $".{name}.*.part"))
        {
            try
            {
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(leftover) > Untouched && IsNobodys(leftover))
                {
                    File.Delete(leftover);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // It harms nobody under its hidden name; the write that is asked for goes on.
            }
        }
    }

    private static bool IsNobodys(string path)
    {
        try
        {
            using var file = SqliteFile.OpenToWrite(path, TimeSpan.Zero);
            file.Execute("BEGIN EXCLUSIVE");
            return true;
        }
        catch (StoreException problem)
        {
            // Cut short in its first pages it is no database any more, and nobody writes to such a file.
            return !problem.Problem.Contains("Another program", StringComparison.Ordinal);
        }
    }
}
