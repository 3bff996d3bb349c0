using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Delineation;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>The options that say how long a search works: in seconds, or by the work that another run has told.</summary>
internal sealed class SearchTime
{
    private readonly Option<double?> _deadline = new("--deadline") { Description = "Seconds that the search may take once all is prepared; it goes on to better the plan until then." };
    private readonly Option<string?> _work = new("--work") { Description = "Work of a plan, as it is printed and stored with it: makes that plan again, on any machine." };

    private readonly Option<int?> _boundCuts = new("--bound-cuts") { Description = "How far the bound is lowered: cuts per planning unit at most, 0 for none; default as suits the size of the city." };

    public void AddTo(Command command)
    {
        // Told with everything else that is wrong on the line, before any work.
        _deadline.Validators.Add(result =>
        {
            if (double.TryParse(TextOf(result), CultureInfo.InvariantCulture, out var seconds) && !(seconds > 0 && seconds <= 1e6))
            {
                result.AddError($"{_deadline.Name} {TextOf(result)}: give seconds above 0 and up to 1,000,000");
            }
        });
        _work.Validators.Add(result =>
        {
            if (!SearchWork.TryParse(TextOf(result), out _))
            {
                result.AddError($"{_work.Name} {TextOf(result)}: give the work as a plan tells it, for example 120 or 120+5120");
            }
        });
        _boundCuts.Validators.Add(result =>
        {
            if (int.TryParse(TextOf(result), CultureInfo.InvariantCulture, out var cuts) && cuts is < 0 or > 100_000)
            {
                result.AddError($"{_boundCuts.Name} {TextOf(result)}: give a number of cuts from 0 to 100,000");
            }
        });
        command.Add(_boundCuts);
        command.Add(_deadline);
        command.Add(_work);
    }

    /// <summary>The run that was asked for, which the first Ctrl+C during the search ends with the best plan so far.</summary>
    /// <exception cref="InputException">Both options are given.</exception>
    public InterruptedSearch Begin(ParseResult parsed, CancellationToken interruption)
    {
        var (deadline, text) = (parsed.GetValue(_deadline), parsed.GetValue(_work));
        if (deadline is not null && text is not null)
        {
            throw new InputException($"{_deadline.Name} and {_work.Name}: a run ends at a time or after its work. Give one of them.");
        }

        SearchWork.TryParse(text ?? "", out var work);
        return new InterruptedSearch(interruption, deadline is { } time ? TimeSpan.FromSeconds(time) : null, new SearchRun
        {
            Work = text is null ? null : work, BoundCuts = parsed.GetValue(_boundCuts),
        });
    }

    private static string TextOf(OptionResult result) => result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
}
