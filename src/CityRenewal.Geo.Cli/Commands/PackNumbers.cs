using System.Globalization;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The numbers that somebody set when a plan was made: those that differ from the pack's own.</summary>
internal static class PackNumbers
{
    public static Dictionary<string, double> SetIn(WrittenPlan plan, RulePack pack)
    {
        var set = new Dictionary<string, double>();
        foreach (var (name, text) in plan.PackParameters)
        {
            if (pack.Parameters.TryGetValue(name, out var own)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && own.Value != value)
            {
                set[name] = value;
            }
        }

        return set;
    }
}
