using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// The plane that each outline is measured in: that of the half degree around its middle, so that its numbers do not
/// depend on what else is in the list; an outline wider than a degree has a plane of its own.
/// </summary>
internal static class OutlinePlanes
{
    private const double Cell = 0.5;

    public static IEnumerable<(WorkingPlane Plane, IReadOnlyList<int> Features)> Of(SourceShapes shapes, int epsg)
    {
        if (epsg == ReferenceSystems.Local)
        {
            return Enumerable.Range(0, shapes.Count).Select(i => (LocalPlane(shapes, i), (IReadOnlyList<int>)[i]));
        }

        var lonLat = OutlineTransforms.LonLatOf(epsg);
        return shapes.Count == 1 ? [(PlaneOf(BoxOf(shapes, 0, lonLat)), [0])] : Enumerable.Range(0, shapes.Count)
            .GroupBy(i => PlaneOf(BoxOf(shapes, i, lonLat)))
            .Select(group => (group.Key, (IReadOnlyList<int>)[.. group]));
    }

    private static WorkingPlane PlaneOf(LonLatBox? box)
    {
        if (box is not { } extent)
        {
            return Nowhere();
        }

        double width = extent.MaxLon - extent.MinLon, height = extent.MaxLat - extent.MinLat;
        if (Math.Max(width, height) > 1)
        {
            return Around(extent);
        }

        double west = Math.Floor((extent.MinLon + (width / 2)) / Cell) * Cell;
        double south = Math.Clamp(Math.Floor((extent.MinLat + (height / 2)) / Cell) * Cell, -84, 84 - Cell);
        return WorkingPlanes.For(west, south, west + Cell, south + Cell);
    }

    // Nothing can be placed; any plane says so.
    private static WorkingPlane Nowhere() => WorkingPlanes.For(0, 0, Cell, Cell);

    // An outline of thousands of kilometres, or at a pole, lies in no plane.
    private static WorkingPlane Around(LonLatBox extent)
    {
        try
        {
            return WorkingPlanes.For(extent.MinLon, extent.MinLat, extent.MaxLon, extent.MaxLat);
        }
        catch (ArgumentException)
        {
            return Nowhere();
        }
    }

    private static LonLatBox? BoxOf(SourceShapes shapes, int feature, LonLat lonLat)
    {
        int from = shapes.RingStart[shapes.FeatureStart[feature]], to = shapes.RingStart[shapes.FeatureStart[feature + 1]];
        double[] longitude = new double[to - from], latitude = new double[to - from];
        lonLat.Of(shapes.X.AsSpan(from, to - from), shapes.Y.AsSpan(from, to - from), longitude, latitude);
        return BoxOf(longitude, latitude);
    }

    private static LonLatBox? BoxOf(double[] longitude, double[] latitude)
    {
        double west = double.PositiveInfinity, south = west, east = double.NegativeInfinity, north = east;
        for (var i = 0; i < longitude.Length; i++)
        {
            if (!double.IsFinite(longitude[i]) || !double.IsFinite(latitude[i]))
            {
                return null;
            }

            (west, east) = (Math.Min(west, longitude[i]), Math.Max(east, longitude[i]));
            (south, north) = (Math.Min(south, latitude[i]), Math.Max(north, latitude[i]));
        }

        return longitude.Length > 0 ? new LonLatBox(west, south, east, north) : null;
    }

    private static WorkingPlane LocalPlane(SourceShapes shapes, int feature)
    {
        int from = shapes.RingStart[shapes.FeatureStart[feature]], to = shapes.RingStart[shapes.FeatureStart[feature + 1]];
        ReadOnlySpan<double> x = shapes.X.AsSpan(from, to - from), y = shapes.Y.AsSpan(from, to - from);
        double minX = 0, minY = 0, maxX = 0, maxY = 0;
        for (var i = 0; i < x.Length; i++)
        {
            (minX, maxX) = i == 0 ? (x[i], x[i]) : (Math.Min(minX, x[i]), Math.Max(maxX, x[i]));
            (minY, maxY) = i == 0 ? (y[i], y[i]) : (Math.Min(minY, y[i]), Math.Max(maxY, y[i]));
        }

        return double.IsFinite(minX + minY + maxX + maxY)
            ? WorkingPlanes.ForLocal(minX, minY, maxX, maxY)
            : WorkingPlanes.ForLocal(0, 0, 1, 1);
    }
}
