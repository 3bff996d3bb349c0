using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Boxes and areas of the features of a layer, with the areas in m² as well.</summary>
public sealed class MeasuredFeatures
{
    private MeasuredFeatures(FeatureBoxes boxes, double[] areasM2)
    {
        Boxes = boxes;
        AreasM2 = areasM2;
    }

    /// <summary>Boxes and areas in grid units.</summary>
    public FeatureBoxes Boxes { get; }

    /// <summary>Planar areas in the working plane, m².</summary>
    public ReadOnlySpan<double> Areas => AreasM2;

    internal double[] AreasM2 { get; }

    /// <summary>The features with some measured anew, further ones behind the others.</summary>
    internal MeasuredFeatures With(PolygonColumns shapes, IReadOnlyList<int> rows, WorkingPlane plane)
    {
        var boxes = Boxes.With(shapes, rows);
        var areas = SortedRows.Grown<double>(AreasM2, boxes.Count);
        foreach (var row in rows)
        {
            areas[row] = plane.SquareMetres(boxes.Areas[row]);
        }

        return new MeasuredFeatures(boxes, areas);
    }

    /// <summary>Measures all features.</summary>
    public static MeasuredFeatures Of(PolygonColumns shapes, OverlayRun run)
    {
        var boxes = FeatureBoxes.Of(shapes, run.Threads, run.Cancel);
        var areas = boxes.Areas;
        var areasM2 = new double[boxes.Count];
        for (var i = 0; i < areasM2.Length; i++)
        {
            areasM2[i] = run.Plane.SquareMetres(areas[i]);
        }

        return new MeasuredFeatures(boxes, areasM2);
    }
}
