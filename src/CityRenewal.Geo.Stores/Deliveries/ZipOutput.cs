using System.IO.Compression;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>Files packed into one, with a fixed date, so that the same files give the same bytes.</summary>
public static class ZipOutput
{
    private static readonly DateTimeOffset FixedDate = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The zip.</summary>
    public static WrittenFile Of(string name, IReadOnlyList<WrittenFile> files) => new(name, BytesOf(files));

    internal static byte[] BytesOf(IReadOnlyList<WrittenFile> files)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = FixedDate;
                using var content = entry.Open();
                content.Write(file.Bytes);
            }
        }

        return bytes.ToArray();
    }
}
