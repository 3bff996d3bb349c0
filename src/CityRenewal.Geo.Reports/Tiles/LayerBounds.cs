using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Reports.Tiles;

/// <summary>Where a layer lies in degrees, by its box on the plane: quick, and never less than the layer.</summary>
internal static class LayerBounds
{
    private const int StepsPerSide = 64;

    // Between two steps the side of a box bends by less than a millionth of their distance, and no city is 1,000 km wide.
    private const double Slack = 1e-5;

    public static LonLatBox? Of(City city, string layer)
    {
        var box = BoxOf(city, layer);
        if (box.IsEmpty)
        {
            return null;
        }

        var (x, y) = RimOf(box);
        double[] longitude = new double[x.Length], latitude = new double[x.Length];
        LonLat.Between(city.Plane).FromGrid(x, y, longitude, latitude);
        return new LonLatBox(longitude.Min() - Slack, latitude.Min() - Slack, longitude.Max() + Slack, latitude.Max() + Slack);
    }

    private static GridBox BoxOf(City city, string layer) => layer switch
    {
        LayerNames.Parcels => BoxOf(city.Parcels.Shapes),
        LayerNames.Buildings => BoxOf(city.Buildings.Shapes),
        LayerNames.Barriers => GridBox.Of(city.Barriers.Lines.X, city.Barriers.Lines.Y),
        LayerNames.ProtectedItems => BoxOf(city.ProtectedItems.Shapes).With(
            GridBox.Of(city.ProtectedItems.PointX, city.ProtectedItems.PointY)),
        _ => BoxOf(city.Layer(layer).Shapes),
    };

    private static GridBox BoxOf(PolygonColumns shapes) => GridBox.Of(shapes.X, shapes.Y);

    private static (int[] X, int[] Y) RimOf(GridBox box)
    {
        var (x, y) = (new List<int>(), new List<int>());
        for (var step = 0; step <= StepsPerSide; step++)
        {
            int east = Between(box.MinX, box.MaxX, step), north = Between(box.MinY, box.MaxY, step);
            x.AddRange([east, east, box.MinX, box.MaxX]);
            y.AddRange([box.MinY, box.MaxY, north, north]);
        }

        return ([.. x], [.. y]);
    }

    private static int Between(int low, int high, int step) => (int)(low + (((long)high - low) * step / StepsPerSide));
}
