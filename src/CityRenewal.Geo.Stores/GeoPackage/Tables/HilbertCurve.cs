namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>The Hilbert curve through a square of 65,536 × 65,536 cells: cells near on it are near in the plane.</summary>
internal static class HilbertCurve
{
    /// <summary>The place of a cell on the curve.</summary>
    internal static uint Place(uint x, uint y)
    {
        uint place = 0;
        for (var side = 1u << 15; side > 0; side >>= 1)
        {
            uint right = (x & side) != 0 ? 1u : 0, upper = (y & side) != 0 ? 1u : 0;
            place += side * side * ((3 * right) ^ upper);
            if (upper == 0)
            {
                if (right == 1)
                {
                    x = 65535 - x;
                    y = 65535 - y;
                }

                (x, y) = (y, x);
            }
        }

        return place;
    }
}
