using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal rules`: which rule packs there are, what a pack says, and what is wrong with one.</summary>
internal static class RulesCommand
{
    public static Command Create() =>
        new("rules", "Lists rule packs (规则包), shows what one says, and checks one that you wrote.") { List(), Show(), Check() };

    private static Command List()
    {
        var json = Options.Json();
        var command = new Command("list", "Lists the rule packs that come with the program.") { json };
        command.SetAction(parsed =>
        {
            var packs = RulePackShelf.Ids.Select(id => RulePackShelf.Read(id).OrThrow()).ToList();
            if (parsed.GetValue(json))
            {
                JsonOut.Print(new { packs = packs.Select(RulePackJson.Of) });
            }
            else
            {
                RulePackTable.PrintAll(packs);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var (pack, set, json) = (Pack("Id of a pack, or path of a YAML file."), Set(), Options.Json());
        var command = new Command("show", "Shows the rules of a pack: strength, limit, citation, assumptions.") { pack, set, json };
        command.SetAction(parsed =>
        {
            var shown = RulePackShelf.Read(parsed.GetValue(pack)!, Settings(parsed.GetValue(set))).OrThrow();
            if (parsed.GetValue(json))
            {
                JsonOut.Print(RulePackJson.Whole(shown));
            }
            else
            {
                RulePackTable.Print(shown);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check()
    {
        var (pack, set, json) = (Pack("Path of a YAML file, or id of a pack."), Set(), Options.Json());
        var command = new Command("check", "Lists everything that is wrong with a pack, by line.") { pack, set, json };
        command.SetAction(parsed =>
        {
            var reading = RulePackShelf.Read(parsed.GetValue(pack)!, Settings(parsed.GetValue(set)));
            if (parsed.GetValue(json))
            {
                JsonOut.Print(RulePackJson.OfProblems(reading));
            }
            else
            {
                RulePackTable.PrintProblems(reading);
            }

            return reading.Problems.Count > 0 ? ExitCode.BadInput : ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Pack(string description) => new("pack") { Description = description };

    private static Option<string[]> Set() => new("--set")
    {
        Description = "Number that you set instead of the pack's: name=value; counts as assumed. May be given several times.",
        DefaultValueFactory = _ => [],
    };

    private static Dictionary<string, double> Settings(string[]? given)
    {
        var settings = new Dictionary<string, double>();
        var wrong = new List<string>();
        foreach (var text in given ?? [])
        {
            var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                wrong.Add($"--set {text}: write name=value, the value with a point: --set maximum_demolition_ratio=0.15");
            }
            else if (!settings.TryAdd(parts[0], value))
            {
                wrong.Add($"--set {text}: {parts[0]} is set twice; keep one");
            }
        }

        return wrong.Count == 0 ? settings : throw new InputException(string.Join("\nerror: ", wrong));
    }
}
