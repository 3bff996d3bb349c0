using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Defects;

/// <summary>Box of a delivered feature in the coordinates of its file.</summary>
internal readonly record struct RowBox(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>No coordinate of any system on earth is larger; beyond it, products of differences lose their meaning.</summary>
    public const double Farthest = 1e9;

    /// <summary>False where the feature has no vertex, or one that is not finite or out of this world.</summary>
    public bool IsUsable =>
        MinX <= MaxX && MinX > -Farthest && MinY > -Farthest && MaxX < Farthest && MaxY < Farthest;

    public static RowBox Of(SourceShapes shapes, int row)
    {
        double minX = double.PositiveInfinity, minY = double.PositiveInfinity, maxX = double.NegativeInfinity, maxY = double.NegativeInfinity;
        for (var i = shapes.RingStart[shapes.FeatureStart[row]]; i < shapes.RingStart[shapes.FeatureStart[row + 1]]; i++)
        {
            // Min and Max carry a NaN along, so that one bad vertex makes the box unusable.
            minX = Math.Min(minX, shapes.X[i]);
            minY = Math.Min(minY, shapes.Y[i]);
            maxX = Math.Max(maxX, shapes.X[i]);
            maxY = Math.Max(maxY, shapes.Y[i]);
        }

        return new RowBox(minX, minY, maxX, maxY);
    }

    public bool Meets(RowBox other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;
}
