namespace CityRenewal.Geo.Samples.Ground;

/// <summary>
/// How far another office's pen strays from the parcels: a smooth shift of up to about <paramref name="reach"/> metres that
/// changes over <paramref name="length"/> metres. Being smooth it never tangles an outline.
/// </summary>
internal sealed class Digitising(int seed, int layer, double reach, double length)
{
    private readonly GradientNoise _east = new(seed, 1000 + (2 * layer));
    private readonly GradientNoise _north = new(seed, 1001 + (2 * layer));

    /// <summary>Where that office drew a place of the map.</summary>
    public Spot Drawn(Spot at)
    {
        var (x, y) = (at.X / length, at.Y / length);
        return new Spot(at.X + (reach * _east.At(x, y)), at.Y + (reach * _north.At(x, y)));
    }
}
