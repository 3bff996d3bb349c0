using System.Globalization;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>
/// People who do not exist, under names and numbers that no person can have: what an import must not carry into a city.
/// </summary>
internal static class Fictitious
{
    /// <summary>A name that says that it is none.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"虚构权利人{number:0000}");

    /// <summary>Eighteen digits in the form of an identity number, of a county that is not and a day that never was.</summary>
    public static string Identity(int number) => string.Create(CultureInfo.InvariantCulture, $"999999190002{30 + (number % 2)}{number % 10_000:0000}");
}
