using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`--rules` and `--set`: the rule pack that a command works under.</summary>
internal sealed class RuleChoice(bool isRequired)
{
    private readonly Option<string?> _rules = new("--rules")
    {
        Description = "Rule pack: id of one that comes with the program (renewal rules list), or path of a YAML file.",
        Required = isRequired,
    };

    private readonly Option<string[]> _set = RuleSettings.Option();

    public void AddTo(Command command)
    {
        command.Add(_rules);
        command.Add(_set);
    }

    /// <summary>The pack as the user names it; null where none is named.</summary>
    public string? NameIn(ParseResult parsed) => parsed.GetValue(_rules);

    /// <summary>The numbers that the user sets.</summary>
    public Dictionary<string, double> SettingsIn(ParseResult parsed) => RuleSettings.From(parsed.GetValue(_set));

    /// <summary>The pack with the numbers that the user set; null where none is asked for.</summary>
    public RulePack? Read(ParseResult parsed)
    {
        var settings = RuleSettings.From(parsed.GetValue(_set));
        if (parsed.GetValue(_rules) is { } name)
        {
            return RulePackShelf.Read(name, settings).OrThrow();
        }

        return settings.Count == 0
            ? null
            : throw new InputException("--set: there is no rule pack whose numbers could be set. Name one with --rules, or leave --set out.");
    }
}
