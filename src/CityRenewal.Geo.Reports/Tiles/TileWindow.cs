using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Takes places of the map to units of one tile. Rounding counts from the world's side, so all tiles round alike.</summary>
internal readonly struct TileWindow
{
    private readonly TileAddress _tile;
    private readonly MercatorGrid _grid;
    private readonly GridBox _inside;

    public TileWindow(TileAddress tile, MercatorGrid grid)
    {
        (_tile, _grid) = (tile, grid);
        var frame = grid.FrameOf(tile);

        // A whole unit from the frame, so that what is inside stays inside when it is rounded.
        var unit = 1 << tile.Shift;
        _inside = new GridBox(frame.MinX + unit, frame.MinY + unit, frame.MaxX - unit, frame.MaxY - unit);
    }

    public int Zoom => _tile.Zoom;

    /// <summary>Whether all of a box lies inside of the frame.</summary>
    public bool Holds(GridBox box) =>
        box.MinX > _inside.MinX && box.MinY > _inside.MinY && box.MaxX < _inside.MaxX && box.MaxY < _inside.MaxY;

    public int X(int place) => Bounded(_tile.Units(_grid.OriginX + place) - _tile.WestUnits);

    public int Y(int place) => Bounded(_tile.Units(_grid.OriginY + place) - _tile.NorthUnits);

    public double ExactX(int place) => (_grid.OriginX + place - _tile.West) / (double)(1 << _tile.Shift);

    public double ExactY(int place) => (_grid.OriginY + place - _tile.North) / (double)(1 << _tile.Shift);

    private static int Bounded(long units) => (int)Math.Clamp(units, int.MinValue, int.MaxValue);
}
