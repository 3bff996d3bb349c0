using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>
/// Takes grid points of a city to places of the world map of EPSG:3857, counted from the middle of the city's plane so that
/// they fit 32 bits; x runs east and y south, as in tiles. Corners are taken through longitude and latitude; CGCS2000 is
/// taken for WGS 84, which differs by some decimetres of continental drift and by nothing that a tile shows. A straight
/// edge stays one.
/// </summary>
internal sealed class MercatorGrid
{
    private const double World = 1L << TileAddress.WorldBits;
    private const double NorthEnd = 85.051128779806604;
    private const int Block = 1024;

    private readonly PlaneTransform _lonLat;

    public MercatorGrid(WorkingPlane plane)
    {
        _lonLat = LonLat.Between(plane);
        var (x, y) = WorldPlaceOf(plane.CentreLongitude, plane.CentreLatitude);
        (OriginX, OriginY) = ((long)x, (long)y);
    }

    /// <summary>Places from the world's west side to where x counts from.</summary>
    public long OriginX { get; }

    /// <summary>Places from the world's north side to where y counts from.</summary>
    public long OriginY { get; }

    /// <summary>Places from the world's north-western corner, not rounded.</summary>
    public static (double X, double Y) WorldPlaceOf(double longitude, double latitude)
    {
        var bounded = double.DegreesToRadians(Math.Clamp(latitude, -NorthEnd, NorthEnd));
        return ((longitude + 180) / 360 * World, (0.5 - (Math.Asinh(Math.Tan(bounded)) / (2 * Math.PI))) * World);
    }

    /// <summary>Takes points over.</summary>
    public void From(ReadOnlySpan<int> gridX, ReadOnlySpan<int> gridY, Span<int> x, Span<int> y)
    {
        Span<double> longitude = stackalloc double[Block], latitude = stackalloc double[Block];
        for (var start = 0; start < gridX.Length; start += Block)
        {
            var count = Math.Min(Block, gridX.Length - start);
            _lonLat.FromGrid(gridX.Slice(start, count), gridY.Slice(start, count), longitude, latitude);
            for (var i = 0; i < count; i++)
            {
                var (worldX, worldY) = WorldPlaceOf(longitude[i], latitude[i]);
                x[start + i] = (int)Math.Round(worldX - OriginX);
                y[start + i] = (int)Math.Round(worldY - OriginY);
            }
        }
    }

    /// <summary>A box of places in degrees.</summary>
    public LonLatBox InDegrees(GridBox box) => new(
        LongitudeOf(box.MinX), LatitudeOf(box.MaxY), LongitudeOf(box.MaxX), LatitudeOf(box.MinY));

    /// <summary>What a tile shows, as places; empty where the tile lies so far from the city that nothing can be in it.</summary>
    public GridBox FrameOf(TileAddress tile)
    {
        var margin = (long)TileAddress.Margin << tile.Shift;
        var side = (long)TileAddress.Extent << tile.Shift;
        long west = tile.West - OriginX - margin, north = tile.North - OriginY - margin;
        long east = west + side + (2 * margin), south = north + side + (2 * margin);
        return west > int.MaxValue || north > int.MaxValue || east < int.MinValue || south < int.MinValue
            ? GridBox.Empty
            : new GridBox(Bounded(west), Bounded(north), Bounded(east), Bounded(south));
    }

    private static int Bounded(long place) => (int)Math.Clamp(place, int.MinValue, int.MaxValue);

    private double LongitudeOf(int x) => ((OriginX + (double)x) / World * 360) - 180;

    private double LatitudeOf(int y) =>
        double.RadiansToDegrees(Math.Atan(Math.Sinh((0.5 - ((OriginY + (double)y) / World)) * 2 * Math.PI)));
}
