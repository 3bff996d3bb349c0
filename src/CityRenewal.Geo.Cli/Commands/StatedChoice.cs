using System.CommandLine;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>What somebody states of areas or boundaries, because no layer tells it: numbers, and documents on file.</summary>
internal sealed class StatedChoice
{
    private readonly Option<string[]> _numbers = new("--declare")
    {
        Description = "A number that a rule asks for, as name=value: consent_share=0.92. May be repeated. 申报数值",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string[]> _documents = new("--document")
    {
        Description = "A document that is on file, by the name that a rule gives it; `none` says that there is none. May be repeated. 已备文件",
        AllowMultipleArgumentsPerToken = false,
    };

    public void AddTo(Command command)
    {
        command.Add(_numbers);
        command.Add(_documents);
    }

    /// <summary>What was stated, for boundaries.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="made">What a plan keeps that was stated for it; null for none.</param>
    public AreaDeclaration Read(ParseResult parsed, StatedFacts? made = null) =>
        AreaDeclaration.Of(new ProposalOptions { Stated = (made ?? StatedFacts.None).With(Facts(parsed)) });

    /// <summary>What was stated; documents that nobody speaks of are unknown, not missing.</summary>
    public StatedFacts Facts(ParseResult parsed) => new()
    {
        Numbers = RuleSettings.From(parsed.GetValue(_numbers), _numbers.Name),
        Documents = parsed.GetValue(_documents) is { Length: > 0 } documents ? [.. documents.Where(document => document != "none")] : null,
    };
}
