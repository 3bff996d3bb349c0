using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>
/// Features that lie far from the rest of their layer: with swapped axes, in degrees among metres, or somewhere else.
/// "Far" is ten times the extent of the middle nine tenths of the layer, so that a suburb is not far.
/// </summary>
internal static class MisplacedCheck
{
    private const int FewestFeatures = 5;

    public static void Check(LayerFindings findings)
    {
        var shapes = findings.Layer.Shapes;
        var (rows, x, y) = FirstVertices(shapes);
        if (rows.Count < FewestFeatures)
        {
            return;
        }

        var (lowX, highX) = Middle(x);
        var (lowY, highY) = Middle(y);
        var reach = 10 * Math.Max(Math.Max(highX - lowX, highY - lowY), 1e-3 * Math.Max(Math.Abs(highX), Math.Abs(highY)) / 10);
        var inMetres = Math.Max(Math.Abs(highX), Math.Abs(highY)) > 1000;
        for (var i = 0; i < rows.Count; i++)
        {
            if (IsNear(x[i], y[i]))
            {
                continue;
            }

            var kind = IsNear(y[i], x[i]) ? GeometryDefects.SwappedAxes
                : inMetres && Math.Abs(x[i]) <= 180 && Math.Abs(y[i]) <= 90 ? GeometryDefects.WrongCrsLonLat
                : GeometryDefects.FarFromLayer;
            findings.Add(kind, rows[i]);
        }

        bool IsNear(double px, double py) =>
            px > lowX - reach && px < highX + reach && py > lowY - reach && py < highY + reach;
    }

    private static (List<int> Rows, List<double> X, List<double> Y) FirstVertices(SourceShapes shapes)
    {
        List<int> rows = [];
        List<double> xs = [], ys = [];
        for (var row = 0; row < shapes.Count; row++)
        {
            int vertex = shapes.RingStart[shapes.FeatureStart[row]], end = shapes.RingStart[shapes.FeatureStart[row + 1]];
            if (vertex < end && double.IsFinite(shapes.X[vertex]) && double.IsFinite(shapes.Y[vertex]))
            {
                rows.Add(row);
                xs.Add(shapes.X[vertex]);
                ys.Add(shapes.Y[vertex]);
            }
        }

        return (rows, xs, ys);
    }

    private static (double Low, double High) Middle(List<double> values)
    {
        var (low, high) = values.Count < 20
            ? (values.Count / 4, values.Count * 3 / 4)
            : (values.Count / 20, values.Count - 1 - (values.Count / 20));
        var rearranged = values.ToArray();
        return (Ranks.Place(rearranged, low), Ranks.Place(rearranged, high));
    }
}
