using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>An old quarter: where it lies on the drawing board, how far it reaches, and whether it is a historic district.</summary>
internal readonly record struct OldQuarter(bool Exists, Spot Middle, double Radius, bool IsHistoric)
{
    /// <summary>The old quarter of a cell: the town's first one lies above the river; most cells near the middle and six of ten elsewhere have one.</summary>
    public static OldQuarter Of(int seed, int i, int j)
    {
        var dice = Dice.For(seed, Topic.Quarter, i, j);
        var isCentral = Math.Abs(i) <= 2 && Math.Abs(j) <= 2;
        var exists = dice.Chance(isCentral ? 0.9 : 0.66) || (i, j) == (1, 0);
        var shift = new Spot(dice.Between(-0.2, 0.2), dice.Between(-0.2, 0.2));
        var middle = Lattice.CellSide * (new Spot(i + 0.5, j + 0.5) + shift);
        return new OldQuarter(exists, middle, dice.Between(140.0, 240.0), dice.Chance(isCentral ? 0.2 : 0.25) || (i, j) == (1, 0));
    }

    /// <summary>Distance of a place from the middle, in radii.</summary>
    public double Distance(Spot place) => (place - Middle).Length / Radius;
}
