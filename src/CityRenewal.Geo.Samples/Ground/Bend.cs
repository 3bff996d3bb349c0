namespace CityRenewal.Geo.Samples.Ground;

/// <summary>
/// Bends the drawing board, on which the city is laid out with straight streets, into a map of curves: streets, rails and
/// the river follow the same hills. Neighbours stay neighbours, since the bend is smooth and nowhere folds
/// (its slope stays under one).
/// </summary>
internal sealed class Bend(int seed)
{
    /// <summary>EPSG code of the map: CGCS2000, three-degree zone around 108°E.</summary>
    public const int Epsg = 4545;

    // 106.55°E 29.56°N, the confluence at Chongqing, rounded to 100 m.
    private static readonly Spot Origin = new(359_500, 3_271_900);

    private readonly GradientNoise _east = new(seed, 1);
    private readonly GradientNoise _north = new(seed, 2);

    /// <summary>The place on the map, to the millimetre.</summary>
    public Spot ToMap(Spot board)
    {
        var east = Shift(_east, board);
        var north = Shift(_north, board);
        return new Spot(Origin.X + board.X + east, Origin.Y + board.Y + north).Rounded;
    }

    private static double Shift(GradientNoise noise, Spot at) =>
        (620 * noise.At(at.X / 5200, at.Y / 5200))
        + (150 * noise.At((at.X / 1350) + 31, (at.Y / 1350) + 17))
        + (17 * noise.At((at.X / 380) + 71, (at.Y / 380) + 53));
}
