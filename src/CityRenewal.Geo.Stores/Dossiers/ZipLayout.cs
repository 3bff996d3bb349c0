using System.Buffers.Binary;
using System.Text;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>
/// The one way in which a dossier is laid out as a zip: no comments, no extra fields, one date, files one after the other.
/// Everything but the files' own bytes follows from their names and sizes, so that a changed byte between them shows.
/// </summary>
internal static class ZipLayout
{
    public const uint LocalSignature = 0x04034b50;
    public const int LocalLength = 30;

    private const uint CentralSignature = 0x02014b50;
    private const uint EndSignature = 0x06054b50;
    private const ushort Version = 20;
    private const ushort NamesAreUtf8 = 0x0800;
    private const ushort Deflated = 8;

    // 1 January 2026: the same files give the same bytes on any day.
    private const ushort FixedDate = ((2026 - 1980) << 9) | (1 << 5) | 1;

    /// <summary>What stands before the bytes of a file.</summary>
    public static byte[] LocalOf(DossierEntry entry)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(LocalSignature);
        WriteCommon(writer, entry);
        writer.Write((ushort)0);
        writer.Write(Encoding.UTF8.GetBytes(entry.Name));
        return bytes.ToArray();
    }

    /// <summary>What stands after the last file: the list of all.</summary>
    public static byte[] ListOf(IReadOnlyList<DossierEntry> entries)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        long offset = 0;
        foreach (var entry in entries)
        {
            writer.Write(CentralSignature);
            writer.Write(Version);
            WriteCommon(writer, entry);
            writer.Write((ushort)0);
            writer.Write((ushort)0);
            writer.Write((ushort)0);
            writer.Write((ushort)0);
            writer.Write(0u);
            writer.Write((uint)offset);
            writer.Write(Encoding.UTF8.GetBytes(entry.Name));
            offset += LocalLength + Encoding.UTF8.GetByteCount(entry.Name) + entry.Packed.Length;
        }

        var length = (uint)bytes.Length;
        writer.Write(EndSignature);
        writer.Write(0u);
        writer.Write((ushort)entries.Count);
        writer.Write((ushort)entries.Count);
        writer.Write(length);
        writer.Write((uint)offset);
        writer.Write((ushort)0);
        return bytes.ToArray();
    }

    /// <summary>The file that begins there, or null where none does that lies within the bytes.</summary>
    public static DossierEntry? EntryAt(ReadOnlyMemory<byte> zip, int at)
    {
        var head = zip.Span[at..];
        if (head.Length < LocalLength || BinaryPrimitives.ReadUInt32LittleEndian(head) != LocalSignature)
        {
            return null;
        }

        long packed = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]), size = BinaryPrimitives.ReadUInt32LittleEndian(head[22..]);
        int name = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]), start = at + LocalLength + name;
        return size > int.MaxValue || start + packed > zip.Length
            ? null
            : new DossierEntry(
                Encoding.UTF8.GetString(zip.Span.Slice(at + LocalLength, name)),
                (int)size,
                BinaryPrimitives.ReadUInt32LittleEndian(head[14..]),
                BinaryPrimitives.ReadUInt16LittleEndian(head[8..]) == Deflated,
                zip.Slice(start, (int)packed));
    }

    private static void WriteCommon(BinaryWriter writer, DossierEntry entry)
    {
        writer.Write(Version);
        writer.Write(NamesAreUtf8);
        writer.Write(entry.IsPacked ? Deflated : (ushort)0);
        writer.Write((ushort)0);
        writer.Write(FixedDate);
        writer.Write(entry.Checksum);
        writer.Write((uint)entry.Packed.Length);
        writer.Write((uint)entry.Size);
        writer.Write((ushort)Encoding.UTF8.GetByteCount(entry.Name));
    }
}
