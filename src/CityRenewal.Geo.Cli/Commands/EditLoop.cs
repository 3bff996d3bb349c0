using System.Globalization;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Reads commands line by line and answers each. An impossible line is refused and the session goes on.</summary>
internal sealed class EditLoop(EditSession session, IEditVoice voice)
{
    /// <summary>Writes the plan as it is to a file.</summary>
    public required Action<EditSession, string, CancellationToken> Writer { private get; init; }

    /// <summary>The exit code: 2 where a line was refused, 1 where an area is left that is not sound, else 0.</summary>
    public int Run(TextReader lines, CancellationToken cancel)
    {
        var wasRefused = false;
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            cancel.ThrowIfCancellationRequested();
            if (line.Trim() is "quit" or "exit")
            {
                break;
            }

            if (line.Trim().Length == 0 || line.TrimStart().StartsWith('#'))
            {
                continue;
            }

            try
            {
                Do(line.Trim(), cancel);
            }
            catch (EditException refusal)
            {
                wasRefused = true;
                voice.Refuse(number, line.Trim(), refusal);
            }
        }

        return wasRefused ? ExitCode.BadInput : session.Areas.All(area => area.IsSound) ? ExitCode.Done : ExitCode.Findings;
    }

    private void Do(string line, CancellationToken cancel)
    {
        switch (EditCommand.Words(line))
        {
            case ["undo", .. var times]:
                Repeat("undo", times, () => session.Undo(cancel));
                break;
            case ["redo", .. var times]:
                Repeat("redo", times, () => session.Redo(cancel));
                break;
            case ["show"]:
                voice.Show(session, null);
                break;
            case ["show", var area]:
                RequireArea(line, area);
                voice.Show(session, area);
                break;
            case ["write", var path]:
                Writer(session, path, cancel);
                voice.Say($"written: {path}", $"已写入：{path}");
                break;
            case ["help"]:
                Help();
                break;
            default:
                voice.Report("edit", session.Apply(EditCommand.Parse(line), cancel), session);
                break;
        }
    }

    private void Repeat(string word, List<string> times, Func<EditReport> step)
    {
        var count = 1;
        if (times.Count > 1 || (times.Count == 1 && (!int.TryParse(times[0], NumberStyles.None, CultureInfo.InvariantCulture, out count) || count == 0)))
        {
            throw Refusal(word, "It takes a number of edits or nothing.", $"Write: {word} 3.");
        }

        for (var i = 0; i < count; i++)
        {
            voice.Report(word, step(), session);
        }
    }

    private void RequireArea(string line, string area)
    {
        if (session.Areas.All(each => each.Area.Id != area))
        {
            throw Refusal(line, $"The plan has no area {area}.", "show lists them.");
        }
    }

    private void Help()
    {
        foreach (var (word, follows) in EditCommand.Grammar)
        {
            voice.Say($"{word} {follows}", "");
        }

        voice.Say("undo [N] · redo [N] · show [AREA] · write FILE.gpkg · quit", "");
    }

    private static EditException Refusal(string line, string message, string remedy) => new([new OptionProblem("command", line, message, remedy)]);
}
