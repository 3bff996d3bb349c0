using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`--text`, `--reason`, `--author` and `--time`: what somebody says of a finding.</summary>
internal sealed class WordingOptions(bool needsReason)
{
    private readonly Option<string> _text = new("--text") { Description = "What is said.", Required = true };
    private readonly Option<string?> _reason = new("--reason") { Description = "Why.", Required = needsReason };
    private readonly Option<string> _author = new("--author") { Description = "Who says it.", Required = true };
    private readonly Option<string?> _time = new("--time") { Description = "When, as 2026-11-26T19:30:00+08:00; default is now." };

    public void AddTo(Command command)
    {
        command.Add(_text);
        command.Add(_reason);
        command.Add(_author);
        command.Add(_time);
    }

    /// <summary>What was said, or everything that is wrong with it.</summary>
    public OpinionWording Read(ParseResult parsed)
    {
        var wrong = new List<string>();
        string Filled(string name, string? text, bool needed)
        {
            if (needed && string.IsNullOrWhiteSpace(text))
            {
                wrong.Add($"{name}: it is empty; write a sentence");
            }

            return (text ?? "").Trim();
        }

        var said = new OpinionWording(
            Filled("--text", parsed.GetValue(_text), true), Filled("--reason", parsed.GetValue(_reason), needsReason),
            Filled("--author", parsed.GetValue(_author), true), TimeOf(parsed.GetValue(_time), wrong));
        return wrong.Count == 0 ? said : throw new InputException(string.Join("\nerror: ", wrong));
    }

    private static string TimeOf(string? given, List<string> wrong)
    {
        const string Form = "yyyy-MM-dd'T'HH:mm:sszzz";
        if (given is null)
        {
            return DateTimeOffset.Now.ToString(Form, CultureInfo.InvariantCulture);
        }

        if (!DateTimeOffset.TryParseExact(given, [Form, "yyyy-MM-dd'T'HH:mmzzz"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            wrong.Add($"--time {given}: write date, time and offset, as 2026-11-26T19:30:00+08:00");
        }

        return time.ToString(Form, CultureInfo.InvariantCulture);
    }
}
