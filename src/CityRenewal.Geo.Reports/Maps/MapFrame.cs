using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Where a piece of the working plane lies on the sheet: scale and offset, north up.</summary>
public sealed class MapFrame
{
    private readonly GridBox _box;

    /// <summary>A sheet of that width in pixels around the box, with a margin of 2 %.</summary>
    public MapFrame(GridBox box, WorkingPlane plane, double width)
    {
        long marginX = (long)(((long)box.MaxX - box.MinX) * 0.02), marginY = (long)(((long)box.MaxY - box.MinY) * 0.02);
        _box = new GridBox(
            (int)(box.MinX - marginX), (int)(box.MinY - marginY), (int)(box.MaxX + marginX), (int)(box.MaxY + marginY));
        Width = width;
        Scale = width / ((double)_box.MaxX - _box.MinX);
        Height = ((double)_box.MaxY - _box.MinY) * Scale;
        PixelsPerMetre = Scale * plane.UnitsPerMetre;
    }

    /// <summary>The piece of the plane that the sheet shows, margin included.</summary>
    public GridBox Box => _box;

    /// <summary>Pixels.</summary>
    public double Width { get; }

    /// <summary>Pixels.</summary>
    public double Height { get; }

    /// <summary>Pixels for a grid unit.</summary>
    public double Scale { get; }

    /// <summary>Pixels for a metre on the ground.</summary>
    public double PixelsPerMetre { get; }

    /// <summary>Pixels from the left edge.</summary>
    public double Left(double x) => (x - _box.MinX) * Scale;

    /// <summary>Pixels from the upper edge.</summary>
    public double Top(double y) => (_box.MaxY - y) * Scale;

    /// <summary>Whether anything in the box can be seen on the sheet.</summary>
    public bool Shows(GridBox box) => !box.IsEmpty && box.Meets(_box);
}
