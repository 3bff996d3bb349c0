using CityRenewal.Geo.Reports.Maps;
using CityRenewal.Geo.Stores.Formats;
using Spectre.Console;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>
/// Puts the questions of an import which system a layer is in: as a list of choices to a person at a terminal; otherwise the
/// import is refused with them. Either way a map of them can be written.
/// </summary>
internal sealed class SystemQuestions(bool isInteractive, Action beforeAsking)
{
    private const string NoneOfThese = "none of these: stop here 都不对,停止导入";

    private readonly List<SystemQuestion> _asked = [];

    /// <summary>Questions for this process: interactive only where a person sits at both ends.</summary>
    public static SystemQuestions For(bool json, bool noInput, Action beforeAsking) =>
        new(!json && !noInput && !Console.IsInputRedirected && !Console.IsErrorRedirected, beforeAsking);

    /// <summary>The answer of the person; null where nobody can be asked, or none of the candidates is right.</summary>
    public SystemCandidate? Ask(SystemQuestion question)
    {
        _asked.Add(question);
        if (!isInteractive || question.Candidates.Count == 0)
        {
            return null;
        }

        beforeAsking();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error), Interactive = InteractionSupport.Yes });
        var answer = console.Prompt(new SelectionPrompt<int>()
            .Title(Markup.Escape($"{question.File} ({question.Layer}): {question.Problem} Which one is it? 请选择坐标系:"))
            .UseConverter(index => Markup.Escape(index < question.Candidates.Count ? Label(question.Candidates[index]) : NoneOfThese))
            .AddChoices(Enumerable.Range(0, question.Candidates.Count + 1)));
        var chosen = answer < question.Candidates.Count ? question.Candidates[answer] : null;
        console.WriteLine(chosen is null ? NoneOfThese : $"{question.File}: EPSG:{chosen.Epsg}; the same without being asked: {chosen.Option}");
        return chosen;
    }

    /// <summary>Writes the map of all questions; nothing where nothing was asked.</summary>
    /// <returns>Whether there was anything to draw.</returns>
    public bool WriteMap(string path)
    {
        if (_asked.Count == 0)
        {
            return false;
        }

        WholeFile.Write(path, text => text.Write(CandidateMap.Draw([.. _asked.Select(Sheet)])));
        return true;
    }

    private static CandidateSheet Sheet(SystemQuestion question) => new(
        $"{question.File} → {question.Layer}",
        [.. question.Known.Select(known => new PlacedBox(known.Name, known.Extent))],
        [.. question.Candidates.Select(candidate => new PlacedBox(Label(candidate), candidate.Extent))]);

    private static string Label(SystemCandidate candidate) => $"EPSG:{candidate.Epsg} {candidate.Name}: {candidate.Meaning}";
}
