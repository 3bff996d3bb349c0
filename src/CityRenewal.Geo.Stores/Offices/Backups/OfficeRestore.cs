using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using CityRenewal.Geo.Stores.Offices.Folders;

namespace CityRenewal.Geo.Stores.Offices.Backups;

/// <summary>Makes an office of a back-up again, whole or not at all.</summary>
public static class OfficeRestore
{
    /// <summary>Restores an office.</summary>
    /// <param name="backup">The file of the back-up.</param>
    /// <param name="office">The folder for the office; there must be none, or an empty one.</param>
    /// <param name="cancel">Ends the work; no office is there then.</param>
    /// <returns>How many cities and plans it has.</returns>
    /// <exception cref="StoreException">The back-up is damaged or none, or there is something in the folder.</exception>
    public static (int Cities, int Plans) Read(string backup, string office, CancellationToken cancel = default)
    {
        office = Path.GetFullPath(office);
        if (File.Exists(office) || (Directory.Exists(office) && Directory.EnumerateFileSystemEntries(office).Any()))
        {
            throw new StoreException(office, "There is something in this folder already.", "Name a new folder: an office is never written over.");
        }

        var unfinished = office + ".unfinished";
        try
        {
            DeleteFolder(unfinished);
            Directory.CreateDirectory(unfinished);
            Unpack(backup, unfinished, cancel);
            var counts = Open(unfinished);
            DeleteFolder(office);
            Directory.Move(unfinished, office);
            return counts;
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw Damaged(backup, "it is no back-up, or a part of it is missing", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(backup, "The back-up cannot be read, or the office not be written.", "Check both paths, the rights on them and the free disk space.", fault);
        }
        finally
        {
            DeleteFolder(unfinished);
        }
    }

    private static void Unpack(string backup, string folder, CancellationToken cancel)
    {
        using var bytes = File.OpenRead(backup);
        using var zip = new ZipArchive(bytes, ZipArchiveMode.Read);
        var manifest = ManifestOf(zip) ?? throw Damaged(backup, "it does not say what it holds");
        if (manifest.Form != BackupManifest.NewestForm)
        {
            throw new StoreException(backup, $"A newer version of this program wrote it (form {manifest.Form}).", "Use that version.");
        }

        var held = zip.Entries.Select(entry => entry.FullName).Where(name => name != BackupManifest.Name).Order(StringComparer.Ordinal);
        if (!held.SequenceEqual(manifest.Files.Select(file => file.Name).Order(StringComparer.Ordinal)) || !manifest.Files.All(file => BackupManifest.IsName(file.Name)))
        {
            throw Damaged(backup, "it does not hold the files that it names");
        }

        foreach (var file in manifest.Files)
        {
            cancel.ThrowIfCancellationRequested();
            Unpack(zip.GetEntry(file.Name)!, file, (backup, folder));
        }
    }

    private static void Unpack(ZipArchiveEntry entry, BackedUpFile file, (string Backup, string Folder) place)
    {
        if (entry.Length != file.Bytes)
        {
            throw Damaged(place.Backup, $"{file.Name} has another length");
        }

        var path = Path.Combine(place.Folder, file.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var to = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite);
        using (var from = entry.Open())
        {
            from.CopyTo(to);
        }

        to.Position = 0;
        if (Convert.ToHexStringLower(SHA256.HashData(to)) != file.Sha256)
        {
            throw Damaged(place.Backup, $"{file.Name} has another content");
        }

        to.Flush(flushToDisk: true);
    }

    // The proof that it is one: it is opened as the service opens it, and every plan is there with its files.
    private static (int Cities, int Plans) Open(string folder)
    {
        using var office = FolderOffice.Open(folder);
        var plans = 0;
        foreach (var city in office.Cities.Select(city => office.Find(city)!))
        {
            foreach (var plan in city.ReadPlans())
            {
                _ = city.PlanMessage(plan.Id);
                plans++;
            }
        }

        return (office.Cities.Count, plans);
    }

    private static BackupManifest? ManifestOf(ZipArchive zip)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { } entry)
        {
            return null;
        }

        using var json = entry.Open();
        return BackupManifest.Read(json) is { Files: not null } manifest ? manifest : null;
    }

    private static void DeleteFolder(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StoreException Damaged(string backup, string what, Exception? cause = null) =>
        new(backup, $"The back-up is damaged: {what}. Nothing was restored.", "Take another back-up.", cause);
}
