namespace CityRenewal.Geo.Overlay;

/// <summary>
/// Borders that two zones of one set share, vertex by vertex, are no borders of their union: an edge and its reverse cancel,
/// and how many zones lie over each point stays the same. So layers whose zones touch are as simple as a single zone.
/// </summary>
internal static class SharedBorders
{
    /// <summary>For every edge whether it is left after pairs of opposite edges are struck out.</summary>
    public static bool[] LeftOf(ReadOnlySpan<ZoneEdge> edges)
    {
        var isLeft = new bool[edges.Length];
        Array.Fill(isLeft, true);
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, edges.Length * 2));
        var slots = new int[size];
        for (var edge = 0; edge < edges.Length; edge++)
        {
            var slot = SlotOf(edges[edge], size);
            while (slots[slot] != 0 && !(isLeft[slots[slot] - 1] && IsOpposite(edges[edge], edges[slots[slot] - 1])))
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

    private static bool IsOpposite(in ZoneEdge a, in ZoneEdge b) => a.Ax == b.Bx && a.Ay == b.By && a.Bx == b.Ax && a.By == b.Ay;

    // The same for an edge and its reverse.
    private static int SlotOf(in ZoneEdge edge, int size)
    {
        ulong a = ((ulong)(uint)edge.Ax << 32) | (uint)edge.Ay;
        ulong b = ((ulong)(uint)edge.Bx << 32) | (uint)edge.By;
        var mixed = (Math.Min(a, b) * 0x9E3779B97F4A7C15UL) ^ (Math.Max(a, b) * 0xC2B2AE3D27D4EB4FUL);
        mixed ^= mixed >> 29;
        return (int)((mixed * 0xBF58476D1CE4E5B9UL) >> 32) & (size - 1);
    }
}
