namespace CityRenewal.Geo.Stores.GeoPackage.Sqlite;

/// <summary>
/// What tells one state of a GeoPackage from another without reading it: sizes and times of the file and of its
/// write-ahead log, and the change counters that SQLite keeps in their headers.
/// </summary>
internal readonly record struct FileStamp(
    long Length, long Written, UInt128 Counters, long LogLength, long LogWritten, UInt128 LogCounters)
{
    internal static FileStamp Of(string path)
    {
        var file = new FileInfo(path);
        var log = new FileInfo(path + "-wal");
        return new FileStamp(
            file.Length, file.LastWriteTimeUtc.Ticks, Head(path, offset: 24),
            log.Exists ? log.Length : 0, log.Exists ? log.LastWriteTimeUtc.Ticks : 0, log.Exists ? Head(log.FullName, offset: 12) : 0);
    }

    // File: change counter, size in pages, freelist. Log: checkpoint number and salts.
    private static UInt128 Head(string path, int offset)
    {
        Span<byte> bytes = stackalloc byte[16];
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Read(file, bytes, offset);
        }
        catch (FileNotFoundException)
        {
            // A log may go between the look at its size and this one; the next look at the file shows the change.
            return 0;
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
