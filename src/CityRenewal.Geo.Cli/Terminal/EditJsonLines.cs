using CityRenewal.Geo.Cli.Commands;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Reports.Json;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>One JSON document a line for each command.</summary>
internal sealed class EditJsonLines : IEditVoice
{
    /// <inheritdoc/>
    public void Report(string word, EditReport report, EditSession session) => Console.Out.WriteLine(EditJson.Of(word, report, session.City));

    /// <inheritdoc/>
    public void Show(EditSession session, string? area) => Console.Out.WriteLine(EditJson.Of(session, area));

    /// <inheritdoc/>
    public void Refuse(int line, string command, EditException refusal) => Console.Out.WriteLine(EditJson.Of(line, command, refusal));

    /// <inheritdoc/>
    public void Say(string text, string textChinese) => Console.Out.WriteLine(EditJson.Of(text));
}
