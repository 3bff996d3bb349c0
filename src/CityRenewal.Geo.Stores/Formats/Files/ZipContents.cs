using System.IO.Compression;
using System.Text;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What a zip holds: names in their right encoding, and nothing that would fill memory or reach outside.</summary>
internal static class ZipContents
{
    private const int MostEntries = 10_000;
    private const long LargestEntry = 2_000_000_000;
    private const long LargestSum = 8_000_000_000;

    // Tables of blanks shrink a hundredfold by themselves; only what is large and shrinks far more is no delivery.
    private const long AlwaysAllowed = 100_000_000;
    private const int HighestRatio = 500;

    /// <summary>The files in a zip, folders and what Macs add left out.</summary>
    /// <exception cref="StoreException">It is no zip, or one that must not be unpacked.</exception>
    public static IReadOnlyList<ZippedFile> List(string path)
    {
        var name = Path.GetFileName(path);
        return Opened(path, zip =>
        {
            Check(name, zip.Entries);
            return zip.Entries.Select((entry, index) => new ZippedFile(NameOf(entry), index, entry.Length))
                .Where(file => !file.Name.EndsWith('/') && !file.Name.StartsWith("__MACOSX/", StringComparison.Ordinal))
                .Select(file => IsInside(file.Name) ? file : throw new StoreException(
                    name, $"its entry '{file.Name}' would be unpacked outside its folder.", "Do not trust this zip; ask for it again."))
                .ToList();
        });
    }

    /// <summary>The bytes of one file of a zip.</summary>
    public static byte[] Read(string path, ZippedFile file) => Opened(path, zip =>
    {
        using var stream = zip.Entries[file.Index].Open();
        var bytes = new byte[file.Length];
        stream.ReadExactly(bytes);
        return bytes;
    });

    private static T Opened<T>(string path, Func<ZipArchive, T> work)
    {
        try
        {
            // Latin-1 keeps the bytes of names that are not marked as UTF-8.
            using var zip = ZipFile.Open(path, ZipArchiveMode.Read, Encoding.Latin1);
            return work(zip);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            throw new StoreException(Path.GetFileName(path), "it is not a whole zip file.", "Copy or download it again.", broken);
        }
    }

    private static void Check(string name, IReadOnlyCollection<ZipArchiveEntry> entries)
    {
        if (entries.Count > MostEntries || entries.Sum(entry => (decimal)entry.Length) > LargestSum)
        {
            throw new StoreException(
                name,
                $"it would unpack to {entries.Count:N0} files of {entries.Sum(entry => (decimal)entry.Length):N0} bytes together.",
                $"Give zips of at most {MostEntries:N0} files and 8 GB unpacked: split it.");
        }

        foreach (var entry in entries)
        {
            var bomb = entry.Length > AlwaysAllowed && entry.Length / Math.Max(1, entry.CompressedLength) > HighestRatio;
            if (entry.Length > LargestEntry || bomb)
            {
                throw new StoreException(
                    name,
                    $"its entry '{NameOf(entry)}' would unpack from {entry.CompressedLength:N0} to {entry.Length:N0} bytes; "
                        + "nothing was unpacked.",
                    $"Entries may have 2 GB and, above 100 MB, {HighestRatio} times their packed size: give the files themselves.");
            }

            if (entry.IsEncrypted)
            {
                throw new StoreException(
                    name, $"its entry '{NameOf(entry)}' is protected by a password.", "Unpack it and give the files themselves.");
            }
        }
    }

    // Names that carry no mark of UTF-8 come from Windows (GBK) or from a Mac (UTF-8 all the same).
    private static string NameOf(ZipArchiveEntry entry)
    {
        var written = entry.FullName.Replace('\\', '/');
        if (written.All(char.IsAscii) || written.Any(letter => letter > 0xFF))
        {
            return written;
        }

        var bytes = Encoding.Latin1.GetBytes(written);
        return TextEncodings.IsUtf8(bytes) ? Encoding.UTF8.GetString(bytes)
            : TextEncodings.IsGb18030(bytes) ? TextEncodings.Gb18030.GetString(bytes)
            : written;
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && name[0] != '/' && !name.Contains(':') && !name.Contains('\0') && !name.Split('/').Contains("..");
}

/// <summary>One file of a zip.</summary>
/// <param name="Name">Its name with its folders.</param>
/// <param name="Index">Where it stands in the list of the zip.</param>
/// <param name="Length">Its size unpacked, in bytes.</param>
internal sealed record ZippedFile(string Name, int Index, long Length);
