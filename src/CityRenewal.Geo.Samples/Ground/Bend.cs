namespace CityRenewal.Geo.Samples.Ground;

/// <summary>
/// Bends the drawing board, on which the city is laid out with straight streets, into a map of curves: streets, rails and
/// the river follow the same hills. Two shears make the large bends, since a shear never folds; what is added to them is too
/// gentle to fold. Neighbours stay neighbours.
/// </summary>
internal sealed class Bend(int seed, TownKind town = TownKind.District)
{
    /// <summary>EPSG code of the map: CGCS2000, three-degree zone around 108°E.</summary>
    public const int Epsg = 4545;

    /// <summary>East of the middle of the map, millimetres: 106.55°E 29.56°N, the confluence at Chongqing, to 100 m.</summary>
    public const long EastMillimetres = 359_500_000;

    /// <summary>North of the middle of the map, millimetres.</summary>
    public const long NorthMillimetres = 3_272_200_000;

    // 108.70°E 30.93°N, where the Yangtze runs through its gorges, turned so that the river runs a little north of east.
    private static readonly Spot GorgeMiddle = new(566_900, 3_423_300);
    private static readonly Spot GorgeEast = new(0.9689, 0.2474);

    private readonly GradientNoise _meander = new(seed, 1);
    private readonly GradientNoise _sway = new(seed, 2);
    private readonly GradientNoise _east = new(seed, 3);
    private readonly GradientNoise _north = new(seed, 4);

    /// <summary>The place on the map, to the millimetre.</summary>
    public Spot ToMap(Spot board)
    {
        var y = board.Y + (250 * _meander.At((board.X / 1450) + 0.5, board.Y / 6000));
        var x = board.X + (150 * _sway.At(board.X / 6000, (y / 1500) + 0.5));
        var east = Shift(_east, x, y);
        var north = Shift(_north, x, y);
        if (town == TownKind.CountyTown)
        {
            var along = new Spot(x + east, y + north);
            return (GorgeMiddle + (along.X * GorgeEast) + (along.Y * GorgeEast.Left)).Rounded;
        }

        return new Spot((EastMillimetres / 1000) + x + east, (NorthMillimetres / 1000) + y + north).Rounded;
    }

    private static double Shift(GradientNoise noise, double x, double y) =>
        (520 * noise.At((x / 5200) + 11, (y / 5200) + 5)) + (24 * noise.At((x / 420) + 71, (y / 420) + 53));
}
