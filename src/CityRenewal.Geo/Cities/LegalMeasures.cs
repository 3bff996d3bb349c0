using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>Legal area and perimeter of a layer's original rings, as columns of the city file.</summary>
public static class LegalMeasures
{
    /// <summary>Column of legal areas, m².</summary>
    public const string AreaColumn = "legal_area_m2";

    /// <summary>Column of legal perimeters, metres.</summary>
    public const string PerimeterColumn = "legal_perimeter_m";

    private const int Chunk = 8192;

    /// <summary>Measures every feature; NaN where it has no ring or a coordinate cannot be placed.</summary>
    public static (double[] AreaM2, double[] PerimeterM) Of(SourceLayer layer, ParallelOptions parallel)
    {
        var shapes = layer.Shapes;
        double[] areas = new double[shapes.Count], perimeters = new double[shapes.Count];
        var measure = EllipsoidalMeasure.In(layer.Epsg);
        Parallel.For(0, (shapes.Count + Chunk - 1) / Chunk, parallel, chunk =>
        {
            var end = Math.Min(shapes.Count, (chunk + 1) * Chunk);
            for (var feature = chunk * Chunk; feature < end; feature++)
            {
                (areas[feature], perimeters[feature]) = OfFeature(measure, shapes, feature);
            }
        });
        return (areas, perimeters);
    }

    /// <summary>Adds the two columns where they are absent, and fills what is missing in them.</summary>
    internal static void Complete(SourceLayer layer, List<SourceColumn> columns, ParallelOptions parallel)
    {
        var area = (columns.Find(column => column.Name == AreaColumn) as RealSource)?.Values;
        var perimeter = (columns.Find(column => column.Name == PerimeterColumn) as RealSource)?.Values;
        if (area is not null && perimeter is not null && !Array.Exists(area, double.IsNaN) && !Array.Exists(perimeter, double.IsNaN))
        {
            return;
        }

        var (areas, perimeters) = Of(layer, parallel);
        columns.RemoveAll(column => column.Name is AreaColumn or PerimeterColumn);
        columns.Add(new RealSource(AreaColumn, Preferring(area, areas)));
        columns.Add(new RealSource(PerimeterColumn, Preferring(perimeter, perimeters)));
    }

    private static double[] Preferring(double[]? given, double[] measured)
    {
        for (var i = 0; i < given?.Length; i++)
        {
            measured[i] = double.IsNaN(given[i]) ? measured[i] : given[i];
        }

        return measured;
    }

    private static (double AreaM2, double PerimeterM) OfFeature(EllipsoidalMeasure measure, SourceShapes shapes, int feature)
    {
        int ring = shapes.FeatureStart[feature], rings = shapes.FeatureStart[feature + 1] - ring;
        int vertex = shapes.RingStart[ring], vertices = shapes.RingStart[ring + rings] - vertex;
        var (area, perimeter) = measure.OfFeature(
            shapes.X.AsSpan(vertex, vertices),
            shapes.Y.AsSpan(vertex, vertices),
            shapes.RingStart.AsSpan(ring, rings + 1),
            shapes.IsHole.Length == 0 ? [] : shapes.IsHole.AsSpan(ring, rings));
        return (area, perimeter);
    }
}
