using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>Numbers that came as another type: what is no number, or not whole, is unknown.</summary>
internal static class NumberText
{
    /// <summary>One bit pattern for every unknown, and one for zero, so that equal columns have equal bytes.</summary>
    public static double Canonical(double value) => double.IsNaN(value) ? Unknown.Real : value + 0.0;

    public static double RealOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? Canonical(value)
            : Unknown.Real;

    public static int WholeOf(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < int.MaxValue ? (int)value : Unknown.Integer;
}
