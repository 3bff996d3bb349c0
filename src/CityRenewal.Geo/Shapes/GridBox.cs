namespace CityRenewal.Geo.Shapes;

/// <summary>An axis-parallel box on the grid, both ends included.</summary>
public readonly record struct GridBox(int MinX, int MinY, int MaxX, int MaxY)
{
    /// <summary>The box of nothing: grows with the first point that joins it.</summary>
    public static readonly GridBox Empty = new(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    /// <summary>Whether the box holds no point.</summary>
    public bool IsEmpty => MinX > MaxX;

    /// <summary>The smallest box around the points; empty where there are none.</summary>
    public static GridBox Of(ReadOnlySpan<int> x, ReadOnlySpan<int> y)
    {
        int minX = int.MaxValue, minY = int.MaxValue, maxX = int.MinValue, maxY = int.MinValue;
        for (var i = 0; i < x.Length; i++)
        {
            minX = Math.Min(minX, x[i]);
            maxX = Math.Max(maxX, x[i]);
            minY = Math.Min(minY, y[i]);
            maxY = Math.Max(maxY, y[i]);
        }

        return new GridBox(minX, minY, maxX, maxY);
    }

    /// <summary>The smallest box around both.</summary>
    public GridBox With(GridBox other) => new(
        Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY));

    /// <summary>The box and all within a distance of it, in x or y.</summary>
    internal GridBox Around(int distance) => new(MinX - distance, MinY - distance, MaxX + distance, MaxY + distance);

    /// <summary>What both boxes cover; empty where they don't meet.</summary>
    public GridBox Within(GridBox other) => new(
        Math.Max(MinX, other.MinX), Math.Max(MinY, other.MinY), Math.Min(MaxX, other.MaxX), Math.Min(MaxY, other.MaxY));

    /// <summary>Whether the boxes share at least a point.</summary>
    public bool Meets(GridBox other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;
}
