using System.Globalization;

namespace CityRenewal.Geo.Compliance;

/// <summary>Numbers of rules in sentences.</summary>
internal static class RuleNumber
{
    public static string Text(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "—";
}
