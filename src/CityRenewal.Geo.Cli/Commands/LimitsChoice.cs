using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`--limits`: the file that says what a plan keeps to; what is wrong with it is told by line.</summary>
internal sealed class LimitsChoice
{
    private readonly Option<string?> _limits = new("--limits")
    {
        Description = "Limits file (YAML): budgets, groups, distances, projects, rules of the request; data/limits.yaml is an example.",
    };

    public void AddTo(Command command) => command.Add(_limits);

    /// <summary>The file as the user names it; null where none is named.</summary>
    public string? PathIn(ParseResult parsed) => parsed.GetValue(_limits);

    /// <summary>What the file says, with the rules of a pack where one is named; null where there is no file.</summary>
    public LimitsReading? Read(ParseResult parsed, RuleChoice rules) =>
        parsed.GetValue(_limits) is { } path ? LimitsFile.Read(path, rules.NameIn(parsed), rules.SettingsIn(parsed)) : null;

    /// <summary>Says what is wrong with a request in a city, by line where the file says it.</summary>
    public static InputException Refusal(ProposalOptionsException refusal, LimitsReading? limits, ProposalLimits options) => new(string.Join(
        "\n       ",
        refusal.Problems.Select(problem => limits?.Places.Of(problem.Field) is { }
            ? $"{limits.PlaceOf(problem)}: {problem.Field} = {problem.Value}: {problem.Said}"
            : options.Said(problem))));
}
