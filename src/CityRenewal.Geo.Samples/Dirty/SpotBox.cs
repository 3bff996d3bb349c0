using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>An upright box on the map, metres.</summary>
internal readonly record struct SpotBox(double MinX, double MinY, double MaxX, double MaxY)
{
    /// <summary>The box around places.</summary>
    public static SpotBox Of(IEnumerable<Spot> spots)
    {
        var box = new SpotBox(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var spot in spots)
        {
            box = new SpotBox(
                Math.Min(box.MinX, spot.X), Math.Min(box.MinY, spot.Y), Math.Max(box.MaxX, spot.X), Math.Max(box.MaxY, spot.Y));
        }

        return box;
    }

    /// <summary>The box around both.</summary>
    public SpotBox With(SpotBox other) => new(
        Math.Min(MinX, other.MinX), Math.Min(MinY, other.MinY), Math.Max(MaxX, other.MaxX), Math.Max(MaxY, other.MaxY));

    /// <summary>The box with a margin.</summary>
    public SpotBox Wider(double by) => new(MinX - by, MinY - by, MaxX + by, MaxY + by);

    /// <summary>Whether the boxes share a place.</summary>
    public bool Meets(SpotBox other) =>
        MinX <= other.MaxX && other.MinX <= MaxX && MinY <= other.MaxY && other.MinY <= MaxY;
}
