using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Reads `--set name=value`: numbers that a user sets instead of those of a rule pack.</summary>
internal static class RuleSettings
{
    public static Option<string[]> Option() => new("--set")
    {
        Description = "Number that you set instead of the pack's: name=value; counts as assumed. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The numbers by name, or everything that cannot be read.</summary>
    public static Dictionary<string, double> From(string[]? given, string option = "--set")
    {
        var settings = new Dictionary<string, double>();
        var wrong = new List<string>();
        foreach (var text in given ?? [])
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                wrong.Add($"{option} {text}: write name=value, the value with a point: {option} maximum_demolition_ratio=0.15");
            }
            else if (!settings.TryAdd(parts[0], value))
            {
                wrong.Add($"{option} {text}: {parts[0]} is set twice; keep one");
            }
        }

        return wrong.Count == 0 ? settings : throw new InputException(string.Join("\nerror: ", wrong));
    }
}
