using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using Microsoft.Win32.SafeHandles;

namespace CityRenewal.Geo.Stores.GeoPackage.Cache;

/// <summary>
/// Reads back what an <see cref="ArrayWriter"/> wrote, in the same order; anything unexpected is a damaged file. Long arrays
/// are filled at the end, by several threads at once: until then only their lengths are known.
/// </summary>
internal sealed class ArrayReader(SafeFileHandle file)
{
    private const int BytesAtOnce = 1 << 20;

    private readonly long _length = RandomAccess.GetLength(file);
    private readonly List<(long Bytes, Action Fill)> _later = [];
    private long _at;

    internal bool IsAtEnd => _at == _length;

    /// <summary>An array that may be read at once.</summary>
    internal T[] Read<T>()
        where T : unmanaged
    {
        var values = Allocate<T>();
        Fill(values, _at);
        _at += BytesOf(values) + sizeof(long);
        return values;
    }

    /// <summary>An array that may be read after <see cref="FillAll"/>.</summary>
    internal T[] ReadLater<T>()
        where T : unmanaged
    {
        var values = Allocate<T>();
        var at = _at;
        _later.Add((BytesOf(values), () => Fill(values, at)));
        _at += BytesOf(values) + sizeof(long);
        return values;
    }

    /// <summary>Fills all arrays that were left for later, the longest first.</summary>
    internal void FillAll(int threads)
    {
        var next = -1;
        var longestFirst = _later.OrderByDescending(array => array.Bytes).ToArray();
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        try
        {
            Parallel.For(0, longestFirst.Length, options, _ => longestFirst[Interlocked.Increment(ref next)].Fill());
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }

        _later.Clear();
    }

    internal string ReadText() => Encoding.UTF8.GetString(Read<byte>());

    internal TextColumn ReadTexts() => new(Read<byte>(), Read<int>());

    internal TextColumn ReadTextsLater() => new(ReadLater<byte>(), ReadLater<int>());

    internal CodeColumn ReadCodes()
    {
        var codes = ReadLater<ushort>();
        var words = ReadTexts();
        return new CodeColumn(codes, [.. Enumerable.Range(0, words.Count).Select(i => words[i])]);
    }

    internal PolygonColumns ReadPolygons() =>
        new(ReadLater<int>(), ReadLater<int>(), ReadLater<int>(), ReadLater<int>());

    internal LineColumns ReadLines() =>
        new(ReadLater<int>(), ReadLater<int>(), ReadLater<int>(), ReadLater<int>());

    private T[] Allocate<T>()
        where T : unmanaged
    {
        var bytes = ReadLong(_at);
        _at += sizeof(long);
        return bytes >= 0 && bytes <= _length - _at - sizeof(long) && bytes % Unsafe.SizeOf<T>() == 0
            ? GC.AllocateUninitializedArray<T>(checked((int)(bytes / Unsafe.SizeOf<T>())))
            : throw new InvalidDataException("An array is longer than its file.");
    }

    private void Fill<T>(T[] values, long at)
        where T : unmanaged
    {
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        ReadExactly(target, at);
        if (ReadLong(at + target.Length) != Checksum.Of(target))
        {
            throw new InvalidDataException("An array is damaged.");
        }
    }

    private static long BytesOf<T>(T[] values)
        where T : unmanaged => (long)values.Length * Unsafe.SizeOf<T>();

    private long ReadLong(long at)
    {
        long value = 0;
        ReadExactly(MemoryMarshal.AsBytes(new Span<long>(ref value)), at);
        return value;
    }

    private void ReadExactly(Span<byte> target, long at)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(file, target[..Math.Min(BytesAtOnce, target.Length)], at);
            if (read == 0)
            {
                throw new InvalidDataException("The file ends too early.");
            }

            at += read;
            target = target[read..];
        }
    }
}
