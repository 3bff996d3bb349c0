namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Cuts a line to the frame of a tile: a line that comes back in gives several.</summary>
internal static class LineCut
{
    /// <summary>Adds what lies inside of the frame.</summary>
    public static void Cut(ReadOnlySpan<int> x, ReadOnlySpan<int> y, TilePaths cut)
    {
        var isOpen = IsInside(x[0], y[0]);
        if (isOpen)
        {
            cut.Add(x[0], y[0]);
        }

        for (var i = 1; i < x.Length; i++)
        {
            var toInside = IsInside(x[i], y[i]);
            if (!isOpen && (toInside || FrameCrossing.Passes(x[i - 1], y[i - 1], x[i], y[i])))
            {
                Add(FrameCrossing.Of(x[i - 1], y[i - 1], x[i], y[i], isEntry: true));
                isOpen = true;
            }

            if (isOpen && !toInside)
            {
                Add(FrameCrossing.Of(x[i - 1], y[i - 1], x[i], y[i], isEntry: false));
                cut.EndLine();
                isOpen = false;
            }
            else if (isOpen)
            {
                cut.Add(x[i], y[i]);
            }
        }

        if (isOpen)
        {
            cut.EndLine();
        }

        void Add(FrameCrossing crossing) => cut.Add(crossing.X, crossing.Y);
    }

    private static bool IsInside(int x, int y) =>
        x is > -TileAddress.Margin and < TileAddress.Extent + TileAddress.Margin
        && y is > -TileAddress.Margin and < TileAddress.Extent + TileAddress.Margin;
}
