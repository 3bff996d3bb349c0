using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Reports.Content;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>What the first page of a report says that no file tells: its date, its title, who hands it on, who may see it.</summary>
internal sealed class ReportHeadChoice
{
    private readonly Option<string?> _date = DateOption();
    private readonly Option<string?> _title = new("--title") { Description = "Title of the report." };
    private readonly Option<string?> _office = new("--office") { Description = "Who hands the report on. 编制单位" };
    private readonly Option<bool> _public = new("--public")
    {
        Description = "A version for everybody: sums only, no building, no parcel, counts below 3 as <3. 公开版",
    };

    public void AddTo(Command command)
    {
        command.Add(_date);
        command.Add(_title);
        command.Add(_office);
        command.Add(_public);
    }

    /// <summary>The first page for what was judged.</summary>
    public ReportHead Read(ParseResult parsed, string source) => new()
    {
        Date = parsed.GetValue(_date) ?? "",
        Title = parsed.GetValue(_title) ?? "",
        Office = parsed.GetValue(_office) ?? "",
        IsPublic = parsed.GetValue(_public),
        Source = Path.GetFileName(source),
        Engine = ReportHead.ThisEngine,
    };

    private static Option<string?> DateOption()
    {
        var option = new Option<string?>("--date") { Description = "Day that the report bears, as 2026-11-26; without it the report says that none was stated." };
        option.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                result.AddError($"--date {text}: write the day as 2026-11-26");
            }
        });
        return option;
    }
}
