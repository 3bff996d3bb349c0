using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using Microsoft.Win32.SafeHandles;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>Reads back what an <see cref="ArrayWriter"/> wrote, in the same order; anything unexpected is a damaged file.</summary>
internal sealed class ArrayReader(SafeFileHandle file)
{
    private const int BytesAtOnce = 1 << 20;

    private readonly long _length = RandomAccess.GetLength(file);
    private long _at;

    internal bool IsAtEnd => _at == _length;

    internal T[] Read<T>()
        where T : unmanaged
    {
        var bytes = ReadLong();
        if (bytes < 0 || bytes > _length - _at || bytes % Unsafe.SizeOf<T>() != 0)
        {
            throw new InvalidDataException("An array is longer than its file.");
        }

        var values = GC.AllocateUninitializedArray<T>(checked((int)(bytes / Unsafe.SizeOf<T>())));
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        ReadExactly(target);
        return ReadLong() == Checksum.Of(target) ? values : throw new InvalidDataException("An array is damaged.");
    }

    internal string ReadText() => Encoding.UTF8.GetString(Read<byte>());

    internal TextColumn ReadTexts() => new(Read<byte>(), Read<int>());

    internal CodeColumn ReadCodes()
    {
        var codes = Read<ushort>();
        var words = ReadTexts();
        return new CodeColumn(codes, [.. Enumerable.Range(0, words.Count).Select(i => words[i])]);
    }

    internal PolygonColumns ReadPolygons() => new(Read<int>(), Read<int>(), Read<int>(), Read<int>());

    internal LineColumns ReadLines() => new(Read<int>(), Read<int>(), Read<int>(), Read<int>());

    private long ReadLong()
    {
        long value = 0;
        ReadExactly(MemoryMarshal.AsBytes(new Span<long>(ref value)));
        return value;
    }

    private void ReadExactly(Span<byte> target)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(file, target[..Math.Min(BytesAtOnce, target.Length)], _at);
            if (read == 0)
            {
                throw new InvalidDataException("The file ends too early.");
            }

            _at += read;
            target = target[read..];
        }
    }
}
