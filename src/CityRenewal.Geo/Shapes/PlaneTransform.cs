namespace CityRenewal.Geo.Shapes;

/// <summary>
/// Takes coordinates of a supported system to the integer grid of the working plane and back. x is east and y is north
/// on both sides. A point's image depends on the point, the system and the plane alone. Safe for any number of threads.
/// </summary>
public sealed class PlaneTransform
{
    /// <summary>What a coordinate becomes that is not finite, out of its system's reach, or off the grid.</summary>
    public const int OffGrid = int.MinValue;

    private const int Block = 256;

    // Below a hundredth of a grid unit: 1 µm on the plane, and as much in degrees.
    private const double Tolerance = 1e-6;
    private const double ToleranceInDegrees = 1e-11;

    // A bicubic over 8 km is within some nanometres of every projection of the table.
    private const double TileOfMetres = 8192;
    private const double TileOfDegrees = 0.0625;

    private readonly WorkingPlane _plane;
    private readonly TileMap? _toPlane;
    private readonly TileMap? _toSource;

    private PlaneTransform(WorkingPlane plane, TileMap? toPlane, TileMap? toSource)
    {
        _plane = plane;
        _toPlane = toPlane;
        _toSource = toSource;
    }

    /// <summary>The transform between a system and a plane.</summary>
    /// <param name="sourceEpsg">EPSG code of a supported system; 0 for the declared local metric system of the plane.</param>
    /// <param name="plane">The city's plane.</param>
    /// <exception cref="ArgumentException">The system is not supported, or only one of the two is local.</exception>
    public static PlaneTransform Between(int sourceEpsg, WorkingPlane plane)
    {
        if (sourceEpsg == ReferenceSystems.Local != plane.Local.HasValue)
        {
            throw new ArgumentException(
                "A declared local metric system has no place on the earth: all layers of a city are local (0), or none is. "
                + "Give every layer its EPSG code, or declare them all local.",
                nameof(sourceEpsg));
        }

        if (plane.Local.HasValue)
        {
            return new PlaneTransform(plane, null, null);
        }

        var system = ReferenceSystems.Find(sourceEpsg);
        var toPlane = ExactTransforms.ToLonLat(system).Then(ExactTransforms.LonLatToPlane(plane));
        var toSource = system.IsInputOnly
            ? null
            : new TileMap(
                ExactTransforms.PlaneToLonLat(plane).Then(ExactTransforms.FromLonLat(system)),
                TileOfMetres,
                system.IsGeographic ? ToleranceInDegrees : Tolerance);
        return new PlaneTransform(
            plane, new TileMap(toPlane, system.IsGeographic ? TileOfDegrees : TileOfMetres, Tolerance), toSource);
    }

    /// <summary>Snaps source coordinates to the grid.</summary>
    /// <returns>How many points were not finite, out of reach or off the grid; both their numbers are <see cref="OffGrid"/>.</returns>
    public int ToGrid(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<int> gx, Span<int> gy)
    {
        if (y.Length != x.Length || gx.Length < x.Length || gy.Length < x.Length)
        {
            throw new ArgumentException("Every coordinate column must be as long as x.", nameof(y));
        }

        Span<double> east = stackalloc double[Block], north = stackalloc double[Block];
        var lost = 0;
        for (var start = 0; start < x.Length; start += Block)
        {
            var count = Math.Min(Block, x.Length - start);
            ToPlane(x.Slice(start, count), y.Slice(start, count), east, north);
            lost += Round(east[..count], north[..count], gx[start..], gy[start..]);
        }

        return lost;
    }

    /// <summary>Takes grid points back to the source system.</summary>
    /// <exception cref="NotSupportedException">The system is for input only.</exception>
    public void FromGrid(ReadOnlySpan<int> gx, ReadOnlySpan<int> gy, Span<double> x, Span<double> y)
    {
        if (gy.Length != gx.Length || x.Length < gx.Length || y.Length < gx.Length)
        {
            throw new ArgumentException("Every coordinate column must be as long as gx.", nameof(gy));
        }

        if (_toSource is null && !_plane.Local.HasValue)
        {
            throw new NotSupportedException(
                "EPSG:3857 is for input only: its lengths and areas are wrong on the ground. Ask for EPSG:4490 or 4326.");
        }

        Span<double> east = stackalloc double[Block], north = stackalloc double[Block];
        for (var start = 0; start < gx.Length; start += Block)
        {
            var count = Math.Min(Block, gx.Length - start);
            for (var i = 0; i < count; i++)
            {
                var isOff = gx[start + i] == OffGrid || gy[start + i] == OffGrid;
                east[i] = isOff ? double.NaN : gx[start + i] * _plane.GridSize;
                north[i] = isOff ? double.NaN : gy[start + i] * _plane.GridSize;
            }

            FromPlane(east[..count], north[..count], x.Slice(start, count), y.Slice(start, count));
        }
    }

    private void ToPlane(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> east, Span<double> north)
    {
        if (_toPlane is not null)
        {
            _toPlane.Map(x, y, east, north);
            return;
        }

        var origin = _plane.Local!.Value;
        for (var i = 0; i < x.Length; i++)
        {
            east[i] = x[i] - origin.East;
            north[i] = y[i] - origin.North;
        }
    }

    private void FromPlane(ReadOnlySpan<double> east, ReadOnlySpan<double> north, Span<double> x, Span<double> y)
    {
        if (_toSource is not null)
        {
            _toSource.Map(east, north, x, y);
            return;
        }

        var origin = _plane.Local!.Value;
        for (var i = 0; i < east.Length; i++)
        {
            x[i] = east[i] + origin.East;
            y[i] = north[i] + origin.North;
        }
    }

    private int Round(ReadOnlySpan<double> east, ReadOnlySpan<double> north, Span<int> gx, Span<int> gy)
    {
        var unitsPerMetre = _plane.UnitsPerMetre;
        var lost = 0;
        for (var i = 0; i < east.Length; i++)
        {
            double x = Math.Round(east[i] * unitsPerMetre), y = Math.Round(north[i] * unitsPerMetre);
            if (Math.Abs(x) <= int.MaxValue && Math.Abs(y) <= int.MaxValue)
            {
                gx[i] = (int)x;
                gy[i] = (int)y;
            }
            else
            {
                gx[i] = gy[i] = OffGrid;
                lost++;
            }
        }

        return lost;
    }
}
