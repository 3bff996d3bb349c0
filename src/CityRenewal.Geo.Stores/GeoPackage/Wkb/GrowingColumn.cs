using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityRenewal.Geo.Stores.GeoPackage.Wkb;

/// <summary>
/// A column that grows while rows are read, outside the garbage-collected heap: its memory goes back the moment its
/// values have been copied on, so that opening a city never holds much more than the city.
/// </summary>
internal sealed unsafe class GrowingColumn<T> : IDisposable
    where T : unmanaged
{
    private T* _values;
    private int _room;

    ~GrowingColumn() => NativeMemory.Free(_values);

    internal int Count { get; private set; }

    internal ReadOnlySpan<T> Values => new(_values, Count);

    internal ref T this[int i] => ref _values[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(T value)
    {
        if (Count == _room)
        {
            Grow(1);
        }

        _values[Count++] = value;
    }

    /// <summary>Room for further values; the caller fills it.</summary>
    internal Span<T> AddRoom(int count)
    {
        if (_room - Count < count)
        {
            Grow(count);
        }

        Count += count;
        return new Span<T>(_values + Count - count, count);
    }

    /// <summary>Keeps only the first values.</summary>
    internal void CutTo(int count) => Count = Math.Min(Count, count);

    /// <summary>Copies the values and gives the memory back.</summary>
    internal void MoveTo(Span<T> target)
    {
        Values.CopyTo(target);
        Dispose();
    }

    public void Dispose()
    {
        NativeMemory.Free(_values);
        _values = null;
        _room = Count = 0;
        GC.SuppressFinalize(this);
    }

    private void Grow(int more)
    {
        var room = Math.Max(Math.Max(64, (long)_room * 3 / 2), (long)Count + more);
        if (room > Array.MaxLength)
        {
            throw new StoreException(
                "This layer", "holds more values than one layer can.", "Split it into several files by district and import them one by one.");
        }

        _values = (T*)NativeMemory.Realloc(_values, (nuint)room * (nuint)sizeof(T));
        _room = (int)room;
    }
}
