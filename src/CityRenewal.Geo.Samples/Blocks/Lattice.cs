using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// The coarse net of the drawing board: cells of about 650 m between avenues, arterials, rails and rivers. Corners are moved at
/// random, except along water and rails, which bend with the hills only.
/// </summary>
internal sealed class Lattice(int seed, double cityRadius, TownKind town)
{
    /// <summary>Mean side of a cell, metres.</summary>
    public const double CellSide = 650;

    /// <summary>Whether a block is narrower than the river.</summary>
    public bool HasWideRiver { get; } = town == TownKind.CountyTown;

    /// <summary>Width of the river between its banks, metres: a big city lies on a big river.</summary>
    public double RiverWidth { get; } = town == TownKind.CountyTown ? 380 : Math.Min(420, 55 + (0.036 * cityRadius));

    /// <summary>Middle of the city on the drawing board.</summary>
    public static Spot Middle => new(0.95 * CellSide, 0.18 * CellSide);

    /// <summary>Corner i, j of the net.</summary>
    public Spot Corner(int i, int j)
    {
        var dice = Dice.For(seed, Topic.Corner, i, j);
        var (east, north) = (dice.Between(-0.17, 0.17), dice.Between(-0.17, 0.17));
        var keepsColumn = IsStraight(Column(i, j)) || IsStraight(Column(i, j - 1));
        return new Spot(
            CellSide * (i + (keepsColumn ? 0 : east)),
            CellSide * (j + (IsStraight(Row(j)) ? 0 : north)));
    }

    /// <summary>The cell of lattice place i, j: its corners anticlockwise, side 0 in the south.</summary>
    public Ring Cell(int i, int j)
    {
        var ring = new Ring();
        ring.Add(Corner(i, j));
        ring.Add(Corner(i + 1, j));
        ring.Add(Corner(i + 1, j + 1));
        ring.Add(Corner(i, j + 1));
        return ring;
    }

    /// <summary>What runs along row j, from west to east.</summary>
    public static LineKind Row(int j) => j switch
    {
        0 => LineKind.River,
        _ when Modulo(j, 12) == 5 => LineKind.Expressway,
        _ => Modulo(j, 2) == 0 ? LineKind.Arterial : LineKind.Avenue,
    };

    /// <summary>What runs along column i on the side between rows j and j + 1.</summary>
    public static LineKind Column(int i, int j) => Modulo(i, 14) switch
    {
        1 => LineKind.Railway,
        2 when j < 0 => LineKind.Stream,
        9 when j >= 0 => LineKind.Stream,
        5 => LineKind.Expressway,
        var place => (place & 1) == 0 ? LineKind.Arterial : LineKind.Avenue,
    };

    /// <summary>What runs along a side of a cell (0 south, 1 east, 2 north, 3 west).</summary>
    public static LineKind Side(int i, int j, int side) => side switch
    {
        0 => Row(j),
        1 => Column(i + 1, j),
        2 => Row(j + 1),
        _ => Column(i, j),
    };

    /// <summary>Clear width between the blocks on both sides, metres.</summary>
    public double Gap(LineKind kind) => kind switch
    {
        LineKind.Avenue => 24,
        LineKind.Arterial => 32,
        LineKind.Expressway => 48,
        LineKind.Railway => 38,
        LineKind.Stream => 52,
        _ => RiverWidth + 44,
    };

    private static bool IsStraight(LineKind kind) => kind is LineKind.River or LineKind.Stream or LineKind.Railway;

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
