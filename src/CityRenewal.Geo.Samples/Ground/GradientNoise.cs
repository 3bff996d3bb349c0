using System.Runtime.CompilerServices;

namespace CityRenewal.Geo.Samples.Ground;

/// <summary>
/// Smooth random ground after Perlin (2002): about 0, within ± 1, features of about one unit. Only sums and products,
/// so that every machine gives the same bits.
/// </summary>
internal readonly struct GradientNoise(int seed, int salt)
{
    private readonly ulong _key = Dice.Mix(((ulong)(uint)seed << 32) + (uint)salt);

    /// <summary>The value at a place.</summary>
    public double At(double x, double y)
    {
        var column = Math.Floor(x);
        var row = Math.Floor(y);
        var (dx, dy) = (x - column, y - row);
        var (i, j) = ((int)column, (int)row);
        var along = Fade(dx);
        var south = Mix(along, Slope(i, j, dx, dy), Slope(i + 1, j, dx - 1, dy));
        var north = Mix(along, Slope(i, j + 1, dx, dy - 1), Slope(i + 1, j + 1, dx - 1, dy - 1));
        return 1.4 * Mix(Fade(dy), south, north);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fade(double t) => t * t * t * ((t * ((t * 6) - 15)) + 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Mix(double share, double from, double to) => from + (share * (to - from));

    private double Slope(int i, int j, double dx, double dy)
    {
        const double Diagonal = 0.70710678118654752;
        var bits = (uint)(Dice.Mix(_key ^ (((ulong)(uint)i << 32) | (uint)j)) >> 40);
        return (bits & 7) switch
        {
            0 => dx,
            1 => -dx,
            2 => dy,
            3 => -dy,
            4 => (dx + dy) * Diagonal,
            5 => (dx - dy) * Diagonal,
            6 => (dy - dx) * Diagonal,
            _ => -(dx + dy) * Diagonal,
        };
    }
}
