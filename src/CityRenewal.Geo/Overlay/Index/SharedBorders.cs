namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Borders that two zones of one set share, vertex by vertex, are no borders of their union: an edge and its reverse cancel,
/// and how many zones lie over each point stays the same. So layers whose zones touch are as simple as a single zone.
/// </summary>
internal static class SharedBorders
{
    /// <summary>For every edge whether it is left after pairs of opposite edges are struck out.</summary>
    public static bool[] LeftOf(ZoneEdges edges)
    {
        var isLeft = new bool[edges.Count];
        Array.Fill(isLeft, true);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, edges.Count * 2));
        var slots = new int[size];
        for (var edge = 0; edge < edges.Count; edge++)
        {
            var slot = SlotOf(edges, edge, size);
            while (slots[slot] != 0 && !IsOpposite(edges, edge, slots[slot] - 1, isLeft))
            {
                slot = (slot + 1) & (size - 1);
            }

            if (slots[slot] == 0)
            {
                slots[slot] = edge + 1;
            }
            else
            {
                isLeft[edge] = isLeft[slots[slot] - 1] = false;
            }
        }

        return isLeft;
    }

    private static bool IsOpposite(ZoneEdges edges, int a, int b, bool[] isLeft) =>
        isLeft[b] && edges.Ax[a] == edges.Bx[b] && edges.Ay[a] == edges.By[b]
        && edges.Bx[a] == edges.Ax[b] && edges.By[a] == edges.Ay[b];

    // The same for an edge and its reverse.
    private static int SlotOf(ZoneEdges edges, int edge, int size)
    {
        ulong a = ((ulong)(uint)edges.Ax[edge] << 32) | (uint)edges.Ay[edge];
        ulong b = ((ulong)(uint)edges.Bx[edge] << 32) | (uint)edges.By[edge];
        var mixed = (Math.Min(a, b) * 0x9E3779B97F4A7C15UL) ^ (Math.Max(a, b) * 0xC2B2AE3D27D4EB4FUL);
        mixed ^= mixed >> 29;
        return (int)((mixed * 0xBF58476D1CE4E5B9UL) >> 32) & (size - 1);
    }
}
