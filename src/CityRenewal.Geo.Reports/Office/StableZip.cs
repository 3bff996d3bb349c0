using System.IO.Compression;

namespace CityRenewal.Geo.Reports.Office;

/// <summary>Packs a document again so that the same content gives the same bytes: parts by name, all with one date.</summary>
internal static class StableZip
{
    private static readonly DateTimeOffset FixedDate = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(MemoryStream package)
    {
        var bytes = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package.ToArray()), ZipArchiveMode.Read))
        using (var target = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of types comes first, as readers expect.
            foreach (var part in source.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var entry = target.CreateEntry(part.FullName, CompressionLevel.Optimal);
                entry.LastWriteTime = FixedDate;
                using var from = part.Open();
                using var to = entry.Open();
                from.CopyTo(to);
            }
        }

        return bytes.ToArray();
    }
}
