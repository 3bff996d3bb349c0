using System.CommandLine;
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
        var (pack, set, json) = (Pack("Id of a pack, or path of a YAML file."), RuleSettings.Option(), Options.Json());
        var command = new Command("show", "Shows the rules of a pack: strength, limit, citation, assumptions.") { pack, set, json };
        command.SetAction(parsed =>
        {
            var shown = RulePackShelf.Read(parsed.GetValue(pack)!, RuleSettings.From(parsed.GetValue(set))).OrThrow();
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
        var (pack, set, json) = (Pack("Path of a YAML file, or id of a pack."), RuleSettings.Option(), Options.Json());
        var command = new Command("check", "Lists everything that is wrong with a pack, by line.") { pack, set, json };
        command.SetAction(parsed =>
        {
            var reading = RulePackShelf.Read(parsed.GetValue(pack)!, RuleSettings.From(parsed.GetValue(set)));
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
}
