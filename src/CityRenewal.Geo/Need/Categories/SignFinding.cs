namespace CityRenewal.Geo.Need;

/// <summary>What was measured of one sign.</summary>
/// <param name="Sign">The sign.</param>
/// <param name="Value">The measured value, in the unit of the sign's threshold.</param>
/// <param name="Words">The finding in words.</param>
/// <param name="Chinese">The finding in Chinese.</param>
public sealed record SignFinding(CategorySign Sign, double Value, string Words, string Chinese)
{
    /// <summary>Whether the value holds.</summary>
    public bool Holds => Sign.Holds(Value);

    internal static SignFinding Of(CategorySign sign, double value) =>
        new(sign, value, sign.Finding(value), sign.FindingChinese(value));
}
