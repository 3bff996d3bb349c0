namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Prices and worths as whole numbers: millionths of a m² of benefit, cut once more into 2³² parts, so that a bound is the
/// same number however it is added up. What raises a bound is rounded up, what lowers it is rounded down.
/// </summary>
internal static class PriceScale
{
    /// <summary>Binary digits below a millionth of a m².</summary>
    public const int Bits = 32;

    /// <summary>No price is higher: sums of products with it stay far inside 128 bits.</summary>
    public const long Dearest = 1L << 52;

    /// <summary>No node weighs less: below this it is out whatever it gives.</summary>
    public const long Lightest = -(1L << 50);

    private const double Parts = 4_294_967_296;

    /// <summary>A price per millionth of a rule's unit.</summary>
    /// <param name="perUnit">m² of benefit per unit of the rule; infinite for no limit.</param>
    public static long OfRow(double perUnit) => Round(perUnit * Parts);

    /// <summary>A price per length unit, never more than the true one.</summary>
    /// <param name="perLength">m² of benefit per length unit.</param>
    public static long OfLength(double perLength) => Round(perLength / SearchLimits.BenefitUnit * Parts * (1 - 1e-15));

    /// <summary>What an area costs by itself, in parts, never more than the true cost.</summary>
    /// <param name="opening">m² of benefit.</param>
    public static Int128 OfArea(double opening) => (Int128)(long)Math.Floor(opening / SearchLimits.BenefitUnit * (1 - 1e-15)) << Bits;

    /// <summary>Parts in millionths, rounded up, after further binary digits are dropped.</summary>
    public static Int128 Up(Int128 parts, int bits) => -(-parts >> bits);

    private static long Round(double parts) => parts >= Dearest ? Dearest : (long)Math.Floor(parts);
}
