using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>
/// Keeps streets out of a river that is wider than a block: a face beside it counts by its land, and is cut either across,
/// or along with land enough on both sides of the street.
/// </summary>
internal sealed class RiverSide(double bank)
{
    private const double NarrowestStrip = 55;
    private readonly Ring _land = new();

    /// <summary>Area of a face without the river.</summary>
    public double LandOf(Ring face)
    {
        if (!IsInRiver(face, out var inland))
        {
            return face.Area();
        }

        face.Cut(-1.0 * inland, -bank, _land);
        return _land.Area();
    }

    /// <summary>Where to cut instead, if the cut would run through the river.</summary>
    public (Spot Through, Spot Direction) OnLand(Ring face, Spot through, Spot direction)
    {
        if (!IsInRiver(face, out var inland) || Math.Abs(direction.X) < Math.Abs(direction.Y))
        {
            return (through, direction);
        }

        var land = face.Extent(inland).High - bank;
        return land < 2 * NarrowestStrip
            ? (through, inland)
            : (new Spot(through.X, inland.Y * (bank + (land / 2))), new Spot(1, 0));
    }

    // The middle of the river is the board's line from west to east.
    private bool IsInRiver(Ring face, out Spot inland)
    {
        inland = new Spot(0, face.Centre().Y > 0 ? 1 : -1);
        return face.Extent(inland).Low < bank;
    }
}
