namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Place of a grid point along a Hilbert curve over the whole grid: near numbers are near places, so that rows sorted by
/// it lie in memory as they lie on the ground. Cells are 4096 grid units wide (0.4 m).
/// </summary>
public static class HilbertCurve
{
    private const int CellBits = 12;
    private const int Levels = 32 - CellBits;

    /// <summary>Number of bits of a place.</summary>
    public const int Bits = 2 * Levels;

    // Per orientation of the curve and quadrant (x high bit first): place among the four, and orientation inside.
    private static ReadOnlySpan<byte> Places => [0, 1, 3, 2, 0, 3, 1, 2, 2, 1, 3, 0, 2, 3, 1, 0];

    private static ReadOnlySpan<byte> Next => [1, 0, 2, 0, 0, 3, 1, 1, 2, 2, 0, 3, 3, 1, 3, 2];

    /// <summary>Place of a point, below 2^<see cref="Bits"/>.</summary>
    public static ulong PlaceOf(int x, int y)
    {
        uint column = ((uint)x ^ 0x8000_0000) >> CellBits, row = ((uint)y ^ 0x8000_0000) >> CellBits;
        ulong place = 0;
        var orientation = 0;
        for (var level = Levels - 1; level >= 0; level--)
        {
            var quadrant = (int)((((column >> level) & 1) << 1) | ((row >> level) & 1));
            var at = (orientation << 2) | quadrant;
            place = (place << 2) | Places[at];
            orientation = Next[at];
        }

        return place;
    }
}
