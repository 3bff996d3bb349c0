using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Where a tile (瓦片) lies in the Web Mercator pyramid (EPSG:3857).</summary>
/// <param name="Zoom">0 (one tile for the world) .. <see cref="DeepestZoom"/>.</param>
/// <param name="Column">From the west, below 2^zoom.</param>
/// <param name="Row">From the north, below 2^zoom.</param>
public readonly record struct TileAddress(int Zoom, int Column, int Row)
{
    /// <summary>The deepest zoom: a tile unit is 2.3 mm at the equator there.</summary>
    public const int DeepestZoom = 22;

    /// <summary>Units along the side of a tile.</summary>
    public const int Extent = 4096;

    /// <summary>Units that a tile shows beyond its border, so that lines do not end at seams.</summary>
    public const int Margin = 64;

    /// <summary>Places on the world's side in bits: a place is a unit of a tile of the deepest zoom.</summary>
    internal const int WorldBits = 34;

    private const int ExtentBits = 12;

    /// <summary>A unit of this tile is 2^Shift places.</summary>
    internal int Shift => DeepestZoom - Zoom;

    /// <summary>Places from the world's west side to the tile's.</summary>
    internal long West => (long)Column << (WorldBits - Zoom);

    /// <summary>Places from the world's north side to the tile's.</summary>
    internal long North => (long)Row << (WorldBits - Zoom);

    /// <summary>What the tile shows in its own units, margin included.</summary>
    internal static GridBox Frame => new(-Margin, -Margin, Extent + Margin, Extent + Margin);

    /// <summary>Whether the numbers name a tile.</summary>
    public bool IsTile => Zoom is >= 0 and <= DeepestZoom && Column >= 0 && Row >= 0 && Column >> Zoom == 0 && Row >> Zoom == 0;

    /// <summary>The tile that holds a longitude and latitude in degrees.</summary>
    public static TileAddress At(int zoom, double longitude, double latitude)
    {
        var (x, y) = MercatorGrid.WorldPlaceOf(longitude, latitude);
        var last = (1 << zoom) - 1;
        return new TileAddress(
            zoom,
            (int)Math.Clamp(Math.Floor(x / Math.Pow(2, WorldBits - zoom)), 0, last),
            (int)Math.Clamp(Math.Floor(y / Math.Pow(2, WorldBits - zoom)), 0, last));
    }

    /// <summary>Units that a number of places takes in this tile, counted from the world's side, rounded.</summary>
    internal long Units(long places) => Shift == 0 ? places : (places + (1L << (Shift - 1))) >> Shift;

    internal long WestUnits => (long)Column << ExtentBits;

    internal long NorthUnits => (long)Row << ExtentBits;
}
