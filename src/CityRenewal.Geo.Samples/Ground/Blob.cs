namespace CityRenewal.Geo.Samples.Ground;

/// <summary>Round shapes: crowns of trees, slides on slopes.</summary>
internal static class Blob
{
    // cos and sin of multiples of 30°, so that no machine's own trigonometry enters.
    private const double Far = 0.86602540378443865;
    private static readonly Spot[] Clock =
    [
        new(1, 0), new(Far, 0.5), new(0.5, Far), new(0, 1), new(-0.5, Far), new(-Far, 0.5),
        new(-1, 0), new(-Far, -0.5), new(-0.5, -Far), new(0, -1), new(0.5, -Far), new(Far, -0.5),
    ];

    /// <summary>A regular ring of twelve vertices.</summary>
    public static List<Spot> Disc(Spot middle, double radius) =>
        [.. Clock.Select(hour => (middle + (radius * hour)).Rounded)];

    /// <summary>A ring whose radius changes from vertex to vertex by up to a third.</summary>
    public static List<Spot> Around(Spot middle, double radius, ref Dice dice)
    {
        var ring = new List<Spot>(Clock.Length);
        foreach (var hour in Clock)
        {
            ring.Add((middle + (radius * dice.Between(0.67, 1.33) * hour)).Rounded);
        }

        return ring;
    }
}
