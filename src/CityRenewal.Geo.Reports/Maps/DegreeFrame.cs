using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Maps;

/// <summary>Where longitudes and latitudes lie on a panel of a sheet: north up, true to scale at its middle latitude.</summary>
internal sealed class DegreeFrame
{
    private readonly double _left;
    private readonly double _top;
    private readonly double _perLongitude;
    private readonly double _perLatitude;

    /// <summary>A panel at that place in pixels, around the boxes with a margin.</summary>
    public DegreeFrame(IReadOnlyList<LonLatBox> boxes, double left, double top, double width, double height)
    {
        const double Margin = 0.12;
        double minLon = boxes.Min(box => box.MinLon), maxLon = boxes.Max(box => box.MaxLon);
        double minLat = boxes.Min(box => box.MinLat), maxLat = boxes.Max(box => box.MaxLat);
        double middleLon = (minLon + maxLon) / 2, middleLat = (minLat + maxLat) / 2;
        var cosine = Math.Max(0.05, Math.Cos(double.DegreesToRadians(middleLat)));
        _perLatitude = Math.Min(
            width / Math.Max((maxLon - minLon) * cosine * (1 + (2 * Margin)), 1e-5),
            height / Math.Max((maxLat - minLat) * (1 + (2 * Margin)), 1e-5));
        _perLongitude = _perLatitude * cosine;
        double halfLon = width / 2 / _perLongitude, halfLat = height / 2 / _perLatitude;
        Extent = new LonLatBox(middleLon - halfLon, middleLat - halfLat, middleLon + halfLon, middleLat + halfLat);
        (_left, _top) = (left, top);
        (Width, Height) = (width, height);
    }

    /// <summary>What the panel shows, degrees.</summary>
    public LonLatBox Extent { get; }

    /// <summary>Pixels.</summary>
    public double Width { get; }

    /// <summary>Pixels.</summary>
    public double Height { get; }

    /// <summary>Pixels for a metre on the ground.</summary>
    public double PixelsPerMetre => _perLatitude / 111_195;

    /// <summary>Pixels from the left edge of the sheet.</summary>
    public double Left(double longitude) => _left + ((longitude - Extent.MinLon) * _perLongitude);

    /// <summary>Pixels from the upper edge of the sheet.</summary>
    public double Top(double latitude) => _top + ((Extent.MaxLat - latitude) * _perLatitude);

    /// <summary>The step between lines of the graticule that gives some four to eight of them, degrees.</summary>
    public double Step
    {
        get
        {
            var rough = (Extent.MaxLon - Extent.MinLon) / 5;
            var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
            return (rough / power) switch { >= 5 => 5 * power, >= 2 => 2 * power, _ => power };
        }
    }
}
