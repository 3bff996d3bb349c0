using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>Footprints in which towers stand on the middle of their podium.</summary>
internal static class PodiumShapes
{
    private const double TowerShare = 0.6;

    /// <summary>The shapes with the marked ones drawn smaller around their middle.</summary>
    public static SourceShapes Of(SourceShapes shapes, bool[] isTower)
    {
        double[] x = [.. shapes.X], y = [.. shapes.Y];
        for (var row = 0; row < isTower.Length; row++)
        {
            if (isTower[row])
            {
                var vertices = shapes.RingStart[shapes.FeatureStart[row]]..shapes.RingStart[shapes.FeatureStart[row + 1]];
                Shrink(x.AsSpan(vertices));
                Shrink(y.AsSpan(vertices));
            }
        }

        return new SourceShapes
        {
            Kind = shapes.Kind,
            X = x,
            Y = y,
            RingStart = shapes.RingStart,
            FeatureStart = shapes.FeatureStart,
            IsHole = shapes.IsHole,
        };
    }

    private static void Shrink(Span<double> axis)
    {
        var middle = 0.0;
        foreach (var place in axis[1..])
        {
            middle += place / (axis.Length - 1);
        }

        foreach (ref var place in axis)
        {
            place = Math.Round(middle + (TowerShare * (place - middle)), 3);
        }
    }
}
