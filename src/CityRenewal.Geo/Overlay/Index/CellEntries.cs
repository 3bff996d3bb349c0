namespace CityRenewal.Geo.Overlay;

/// <summary>A growing list of (row, column, edge), edge after edge.</summary>
internal sealed class CellEntries(int capacity)
{
    /// <summary>Number of entries; the columns may be longer.</summary>
    public int Count { get; private set; }

    /// <summary>Grid row of each entry.</summary>
    public int[] Row { get; private set; } = new int[Math.Max(capacity, 16)];

    /// <summary>Grid column of each entry.</summary>
    public int[] Column { get; private set; } = new int[Math.Max(capacity, 16)];

    /// <summary>Edge of each entry.</summary>
    public int[] Edge { get; private set; } = new int[Math.Max(capacity, 16)];

    /// <summary>Adds one entry.</summary>
    public void Add(int row, int column, int edge)
    {
        if (Count == Row.Length)
        {
            Grow();
        }

        Row[Count] = row;
        Column[Count] = column;
        Edge[Count++] = edge;
    }

    private void Grow()
    {
        var length = checked(Row.Length * 2);
        (Row, Column, Edge) = (Longer(Row, length), Longer(Column, length), Longer(Edge, length));
    }

    private static int[] Longer(int[] values, int length)
    {
        Array.Resize(ref values, length);
        return values;
    }
}
