using System.Buffers;

namespace CityRenewal.Geo.Overlay;

/// <summary>A growing list of (row, column, edge), edge after edge, in memory that the next list takes over.</summary>
internal sealed class CellEntries(int capacity) : IDisposable
{
    private int _room = Math.Max(capacity, 16);

    /// <summary>Number of entries; the columns may be longer.</summary>
    public int Count { get; private set; }

    /// <summary>Grid row of each entry.</summary>
    public int[] Row { get; private set; } = ArrayPool<int>.Shared.Rent(Math.Max(capacity, 16));

    /// <summary>Grid column of each entry.</summary>
    public int[] Column { get; private set; } = ArrayPool<int>.Shared.Rent(Math.Max(capacity, 16));

    /// <summary>Edge of each entry.</summary>
    public int[] Edge { get; private set; } = ArrayPool<int>.Shared.Rent(Math.Max(capacity, 16));

    /// <summary>Adds one entry.</summary>
    public void Add(int row, int column, int edge)
    {
        if (Count == _room)
        {
            Grow();
        }

        Row[Count] = row;
        Column[Count] = column;
        Edge[Count++] = edge;
    }

    /// <summary>Gives the memory back; the list is empty afterwards.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(Row);
        ArrayPool<int>.Shared.Return(Column);
        ArrayPool<int>.Shared.Return(Edge);
        (Row, Column, Edge, Count, _room) = ([], [], [], 0, 0);
    }

    private void Grow()
    {
        _room = checked(_room * 2);
        (Row, Column, Edge) = (Longer(Row), Longer(Column), Longer(Edge));
    }

    private int[] Longer(int[] values)
    {
        var longer = ArrayPool<int>.Shared.Rent(_room);
        values.AsSpan(0, Count).CopyTo(longer);
        ArrayPool<int>.Shared.Return(values);
        return longer;
    }
}
