using System.Globalization;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Reopening;

/// <summary>The numbers of the rule pack that a plan was made under.</summary>
internal static class WrittenNumbers
{
    public static Dictionary<string, double> Of(WrittenPlan plan)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, text) in plan.PackParameters)
        {
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                numbers[name] = value;
            }
        }

        return numbers;
    }
}
