using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CityRenewal.Geo.Stores.GeoPackage;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads the shapes of a .shp as they are, ring by ring. Rings that run clockwise are shells and the others holes, after the
/// format; every hole is put behind the shell that it lies in, because the format leaves their order open.
/// </summary>
internal sealed class ShpReader(string name, byte[] shp, ShapeCollector shapes)
{
    private const int HeaderBytes = 100;
    private const int FileCode = 9994;

    /// <summary>Rows whose record does not hold what its counts say; they have no shape.</summary>
    public List<int> BrokenRecords { get; } = [];

    /// <summary>Whether the shapes carry z or m.</summary>
    public bool HasHigherDimensions { get; private set; }

    /// <summary>Reads every record and returns how many there are.</summary>
    /// <exception cref="StoreException">The file is no .shp, or is cut short.</exception>
    public int ReadAll(byte[]? shx, CancellationToken cancel)
    {
        CheckHeader();
        var offsets = Offsets(shx);
        for (var row = 0; row < offsets.Count; row++)
        {
            if (row % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (!Record(offsets[row]))
            {
                shapes.DropOpenFeature();
                BrokenRecords.Add(row);
            }

            shapes.EndFeature();
        }

        return offsets.Count;
    }

    private void CheckHeader()
    {
        if (shp.Length < HeaderBytes || BinaryPrimitives.ReadInt32BigEndian(shp) != FileCode)
        {
            throw new StoreException(name, "it is not a .shp: its first bytes are not those of one.", "Export the layer again.");
        }

        var stated = BinaryPrimitives.ReadInt32BigEndian(shp.AsSpan(24)) * 2L;
        if (stated > shp.Length)
        {
            throw new StoreException(
                name,
                $"it is cut short: its header says {stated:N0} bytes, it has {shp.Length:N0}.",
                "Copy it again, or export the layer again; nothing of it was used.");
        }
    }

    private List<int> Offsets(byte[]? shx)
    {
        var offsets = new List<int>();
        if (shx is not null)
        {
            for (var at = HeaderBytes; at + 8 <= shx.Length; at += 8)
            {
                var offset = BinaryPrimitives.ReadInt32BigEndian(shx.AsSpan(at)) * 2L;
                CheckOffset(offset, offsets.Count);
                offsets.Add((int)offset);
            }

            return offsets;
        }

        for (long at = HeaderBytes; at < shp.Length;)
        {
            CheckOffset(at, offsets.Count);
            offsets.Add((int)at);
            var words = BinaryPrimitives.ReadInt32BigEndian(shp.AsSpan((int)at + 4));
            at += 8 + (words * 2L);
            CheckOffset(words < 0 ? -1 : Math.Min(at, HeaderBytes), offsets.Count);
        }

        return offsets;
    }

    private void CheckOffset(long offset, int record)
    {
        if (offset < HeaderBytes || (offset > HeaderBytes && offset + 8 > shp.Length))
        {
            throw new StoreException(
                name, $"record {record} would start at byte {offset:N0} of {shp.Length:N0}.", "The .shp or the .shx is broken: export the layer again.");
        }
    }

    private bool Record(int offset)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(shp.AsSpan(offset + 4)) * 2L;
        if (length < 4 || offset + 8 + length > shp.Length)
        {
            return false;
        }

        var content = shp.AsSpan(offset + 8, (int)length);
        var type = BinaryPrimitives.ReadInt32LittleEndian(content);
        HasHigherDimensions |= type > 10;
        return (type % 10) switch
        {
            0 => type == 0,
            1 => type < 30 && Points(content[4..], 1),
            3 => Parts(content, RingRole.Path),
            5 => Parts(content, RingRole.Shell),
            8 => content.Length >= 40 && Points(content[40..], BinaryPrimitives.ReadInt32LittleEndian(content[36..])),
            _ => false,
        };
    }

    private bool Points(ReadOnlySpan<byte> bytes, int count)
    {
        if (count < 0 || bytes.Length / 16 < count)
        {
            return false;
        }

        var numbers = MemoryMarshal.Cast<byte, double>(bytes);
        for (var i = 0; i < count; i++)
        {
            shapes.Ring(1, RingRole.Point, out var x, out var y);
            (x[0], y[0]) = (numbers[2 * i], numbers[(2 * i) + 1]);
        }

        return true;
    }

    private bool Parts(ReadOnlySpan<byte> content, RingRole role)
    {
        if (content.Length < 44)
        {
            return false;
        }

        var parts = BinaryPrimitives.ReadInt32LittleEndian(content[36..]);
        var points = BinaryPrimitives.ReadInt32LittleEndian(content[40..]);
        if (parts < 0 || points < 0 || 44 + (parts * 4L) + (points * 16L) > content.Length)
        {
            return false;
        }

        var starts = MemoryMarshal.Cast<byte, int>(content.Slice(44, parts * 4));
        var numbers = MemoryMarshal.Cast<byte, double>(content.Slice(44 + (parts * 4), points * 16));
        return IsAscending(starts, points) && (role == RingRole.Path ? Paths(starts, numbers) : Rings(starts, numbers));
    }

    private static bool IsAscending(ReadOnlySpan<int> starts, int points)
    {
        for (var part = 0; part < starts.Length; part++)
        {
            var end = part + 1 < starts.Length ? starts[part + 1] : points;
            if (starts[part] < 0 || starts[part] >= end)
            {
                return false;
            }
        }

        return true;
    }

    private bool Paths(ReadOnlySpan<int> starts, ReadOnlySpan<double> numbers)
    {
        for (var part = 0; part < starts.Length; part++)
        {
            Add(Part(starts, numbers, part), RingRole.Path);
        }

        return true;
    }

    private bool Rings(ReadOnlySpan<int> starts, ReadOnlySpan<double> numbers)
    {
        if (starts.Length == 1)
        {
            Add(numbers, RingRole.Shell);
            return true;
        }

        var nesting = ShpRingNesting.Of(starts, numbers);
        foreach (var shell in nesting.Shells)
        {
            Add(Part(starts, numbers, shell), RingRole.Shell);
            foreach (var hole in nesting.HolesOf(shell))
            {
                Add(Part(starts, numbers, hole), RingRole.Hole);
            }
        }

        return true;
    }

    private static ReadOnlySpan<double> Part(ReadOnlySpan<int> starts, ReadOnlySpan<double> numbers, int part)
    {
        var end = part + 1 < starts.Length ? starts[part + 1] : numbers.Length / 2;
        return numbers[(2 * starts[part])..(2 * end)];
    }

    private void Add(ReadOnlySpan<double> numbers, RingRole role)
    {
        if (numbers.IsEmpty)
        {
            return;
        }

        shapes.Ring(numbers.Length / 2, role, out var x, out var y);
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = (numbers[2 * i], numbers[(2 * i) + 1]);
        }
    }
}
