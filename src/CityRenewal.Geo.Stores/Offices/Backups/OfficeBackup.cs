using System.IO.Compression;
using System.Security.Cryptography;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.Offices.Backups;

/// <summary>Backs an office in a folder up into one file, while a service may work on it.</summary>
public static class OfficeBackup
{
    /// <summary>Writes a back-up. What was acknowledged before it began is in it.</summary>
    /// <param name="office">The folder of the office.</param>
    /// <param name="attached">City files that lie elsewhere, by the ids that they are served under; they become part of the back-up.</param>
    /// <param name="path">The file; it appears when it is whole.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancel">Ends the work; nothing is written then.</param>
    /// <returns>How many cities and plans it holds.</returns>
    /// <exception cref="StoreException">It is no office, or the file cannot be written.</exception>
    public static (int Cities, int Plans) Write(
        string office, IReadOnlyDictionary<string, string> attached, string path, DateTimeOffset now, CancellationToken cancel = default)
    {
        var stage = Path.GetFullPath(path) + ".unfinished-copy";
        try
        {
            Directory.CreateDirectory(stage);
            var counts = new OfficeSnapshot(Path.GetFullPath(office), attached, stage).Take(cancel);
            using var unfinished = new UnfinishedFile(path);
            Pack(stage, unfinished.Path, now, cancel);
            unfinished.Finish();
            return counts;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "The back-up cannot be written.", "Check the folder, the rights on it and the free disk space.", fault);
        }
        finally
        {
            if (Directory.Exists(stage))
            {
                Directory.Delete(stage, recursive: true);
            }
        }
    }

    private static void Pack(string stage, string path, DateTimeOffset now, CancellationToken cancel)
    {
        using var zip = new ZipArchive(new FileStream(path, FileMode.Create), ZipArchiveMode.Create);
        var files = new List<BackedUpFile>();
        foreach (var file in Directory.EnumerateFiles(stage, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancel.ThrowIfCancellationRequested();
            var name = Path.GetRelativePath(stage, file).Replace(Path.DirectorySeparatorChar, '/');
            using var from = File.OpenRead(file);
            files.Add(new BackedUpFile(name, from.Length, Convert.ToHexStringLower(SHA256.HashData(from))));
            from.Position = 0;
            using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            from.CopyTo(to);
        }

        using var manifest = zip.CreateEntry(BackupManifest.Name).Open();
        manifest.Write(new BackupManifest(BackupManifest.NewestForm, now, files).ToJson());
    }
}
