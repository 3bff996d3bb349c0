using System.Numerics;

namespace CityRenewal.Geo.Metrics;

/// <summary>Which measures of a shape are asked for.</summary>
public readonly record struct ShapeSelection
{
    private readonly ulong _bits;

    private ShapeSelection(ulong bits) => _bits = bits;

    /// <summary>Area, perimeter and the four that compactness is most often judged by; cheap enough for every parcel.</summary>
    public static ShapeSelection Quick { get; } = Of(
        ShapeMeasure.GrossArea, ShapeMeasure.OutlinePerimeter, ShapeMeasure.PolsbyPopper, ShapeMeasure.Schwartzberg,
        ShapeMeasure.Reock, ShapeMeasure.ConvexHullRatio);

    /// <summary>What is in front while a boundary changes: everything that outline, hull and moments tell.</summary>
    public static ShapeSelection InFront { get; } = Of(
        ShapeMeasure.GrossArea, ShapeMeasure.OutlinePerimeter, ShapeMeasure.PolsbyPopper, ShapeMeasure.Schwartzberg,
        ShapeMeasure.Reock, ShapeMeasure.ConvexHullRatio, ShapeMeasure.MomentOfInertia, ShapeMeasure.LengthWidth,
        ShapeMeasure.Rectangularity, ShapeMeasure.PartCount, ShapeMeasure.HoleCount);

    /// <summary>The whole family.</summary>
    public static ShapeSelection All { get; } = Of(Enum.GetValues<ShapeMeasure>());

    /// <summary>Number of measures.</summary>
    public int Count => BitOperations.PopCount(_bits);

    /// <summary>The measures, in the order of every table.</summary>
    public IEnumerable<ShapeMeasure> Measures => Enum.GetValues<ShapeMeasure>().Where(Contains);

    /// <summary>The given measures; one given twice counts once.</summary>
    public static ShapeSelection Of(params ReadOnlySpan<ShapeMeasure> measures)
    {
        ulong bits = 0;
        foreach (var measure in measures)
        {
            bits |= 1UL << (int)measure;
        }

        return new ShapeSelection(bits);
    }

    /// <summary>Whether a measure is asked for.</summary>
    public bool Contains(ShapeMeasure measure) => (_bits & (1UL << (int)measure)) != 0;
}
