using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Finds by how much a layer is shifted against another. Points of the layer (middles of buildings, else vertices) are laid
/// over a raster of the other (land of parcels under buildings, else their borders) in every shift up to 1.3 km in steps of
/// 10 m. A displacement is told only where one shift fits clearly better than none and than every other that is not beside it.
/// </summary>
internal sealed class LayerDisplacement
{
    private const int Reach = 130;
    private const int Side = (2 * Reach) + 1;
    private const int FewestPoints = 60;
    private const double WellInPlace = 0.9;

    // Shifts so near, in cells, are one place and no rival.
    private const int Beside = 5;
    private const double ClearShare = 0.1;
    private const double ClearDeviations = 4;

    private readonly ShiftRaster _raster;
    private readonly double _unmoved;
    private readonly double _clear;

    private LayerDisplacement(ShiftRaster raster, int points)
    {
        _raster = raster;
        _unmoved = MaxAround(raster);
        _clear = Math.Max(ClearShare, ClearDeviations * 0.5 / Math.Sqrt(points));
    }

    /// <summary>The displacement; null where the layers fit, or where no shift stands out.</summary>
    public static Displacement? Between(SourceLayer layer, FirstPlaces reference)
    {
        if (reference.Layer.Shapes.Kind != ShapeKind.Polygon || SamplePoints.Of(layer) is not { Count: >= FewestPoints } points)
        {
            return null;
        }

        var raster = new ShiftRaster(points, Reach);
        raster.Draw(reference, asLand: SamplePoints.AreMiddles(layer) && reference.Layer.Name == LayerNames.Parcels);
        return new LayerDisplacement(raster, points.Count).Best() is { } best
            ? new Displacement(best.X * ShiftRaster.Cell, best.Y * ShiftRaster.Cell, points.Longitude, points.Latitude)
            : null;
    }

    private (int X, int Y)? Best()
    {
        if (_unmoved >= WellInPlace || BoundOfAll() < _unmoved + _clear)
        {
            return null;
        }

        var fits = All(_raster.Fit, step: 1);
        var best = Array.IndexOf(fits, fits.Max());
        int x = best % Side, y = best / Side;
        var rival = fits.Where((_, at) => Math.Max(Math.Abs((at % Side) - x), Math.Abs((at / Side) - y)) > Beside).Max();
        return fits[best] >= Math.Max(_unmoved, rival) + _clear ? (x - Reach, y - Reach) : null;
    }

    // No shift can fit better than this; a quarter of the work shows for most layers that there is nothing to look for.
    private double BoundOfAll() => All(_raster.BoundOfFour, step: 2).Max();

    private static double[] All(Func<int, int, double> fit, int step)
    {
        var fits = new double[Side * Side];
        Parallel.For(0, (Side + step - 1) / step, row =>
        {
            for (var column = 0; column < Side; column += step)
            {
                fits[(row * step * Side) + column] = fit(column - Reach, (row * step) - Reach);
            }
        });
        return fits;
    }

    private static double MaxAround(ShiftRaster raster) =>
        Enumerable.Range(-2, 5).Max(y => Enumerable.Range(-2, 5).Max(x => raster.Fit(x, y)));
}
