using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>
/// `renewal import`: layers as they come become one city file, in one transaction, defects listed. Onto an existing city
/// they are the next version of their layers; the others stay.
/// </summary>
internal static class ImportCommand
{
    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "Layers, ledgers (.xlsx, .csv), or a folder of them.", Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Map = Options.Map();
    private static readonly Option<string[]> Crs = new("--crs")
    {
        Description = "Reference system of files that name none: EPSG code or local, or FILE=EPSG.", Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string[]> SwapAxes = new("--swap-axes")
    {
        Description = "Files whose first coordinate is north and second east.", Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string?> Transform = new("--transform")
    {
        Description = "YAML with your parameters for layers in Xian 1980, Beijing 1954 or a local system; used, never kept.",
    };

    private static readonly Option<string?> CrsMap = Options.ToWrite(new Option<string?>("--crs-map")
    {
        Description = "SVG to draw where a layer would lie in each system that its numbers fit.",
    });
    private static readonly Option<bool> NoInput = new("--no-input") { Description = "Ask nothing at a terminal: refuse what only a person can tell." };
    private static readonly Option<int?> Year = Options.Year();
    private static readonly Option<string?> Name = new("--name") { Description = "Name of a new city." };
    private static readonly Option<bool> Personal = new("--keep-personal-data")
    {
        Description = "Keep fields with names, identity and phone numbers; they are dropped otherwise.",
    };

    private static readonly Option<string> Level = new("--classification")
    {
        Description = "Who may see layers that the mapping says nothing of: public, internal, confidential, secret, or 公开, 内部资料, 秘密, 机密.",
        DefaultValueFactory = _ => "internal",
    };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Write no city but a mapping drafted from the data, to stdout or -o." };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Start the city afresh: its file, with every version in it, is replaced." };
    private static readonly Option<string?> Matches = Options.ToWrite(new Option<string?>("--match-list")
    {
        Description = "CSV to write: rows of ledgers joined by name whose match a person has to confirm.",
    });
    private static readonly Option<string> Output = Options.Output("city.gpkg");
    private static readonly Option<bool> Json = Options.Json();

    public static Command Create()
    {
        var command = new Command("import", "Reads layers as they come into one city file; onto an existing city as their next version.")
        {
            Files, Map, Crs, SwapAxes, Transform, CrsMap, NoInput, Year, Name, Personal, Level, Explain, Replace, Matches, Output, Json,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancel)
    {
        var request = new ImportRequest([.. parsed.GetValue(Files)!.Order(StringComparer.Ordinal)], parsed.GetValue(Map))
        {
            ReferenceSystems = GivenSystems.From(parsed.GetValue(Crs) ?? []),
            SwapAxes = parsed.GetValue(SwapAxes) ?? [],
            TransformPath = parsed.GetValue(Transform),
            BaselineYear = parsed.GetValue(Year),
            KeepPersonalData = parsed.GetValue(Personal),
            Classification = LevelOf(parsed.GetValue(Level)!),
        };
        return parsed.GetValue(Explain) ? Draft(request, parsed, cancel) : Import(request, parsed, cancel);
    }

    private static int Draft(ImportRequest request, ParseResult parsed, CancellationToken cancel)
    {
        using var progress = StageLine.OnStandardError();
        var draft = MappingDraft.Of(request, progress, cancel);
        progress.Dispose();
        DraftOut.Write(draft, parsed.GetResult(Output) is { Implicit: false } ? parsed.GetValue(Output) : null);
        return ExitCode.Done;
    }

    private static int Import(ImportRequest request, ParseResult parsed, CancellationToken cancel)
    {
        var target = ImportTarget.At(parsed.GetValue(Output)!, parsed.GetValue(Replace));
        target.CheckThatItIsNew(parsed.GetValue(Name), parsed.GetValue(Year));
        using var progress = StageLine.OnStandardError();
        var questions = SystemQuestions.For(parsed.GetValue(Json), parsed.GetValue(NoInput), progress.Dispose);
        request = request with { BaselineYear = request.BaselineYear ?? target.City?.BaselineYear, Ask = questions.Ask };
        var imported = Read(request, questions, parsed.GetValue(CrsMap), (progress, cancel));
        if (parsed.GetValue(Matches) is { } list)
        {
            WholeFile.Write(list, writer => MatchList.Write(writer, imported.MatchList));
        }

        var settings = CityInput.SettingsOf(imported, target.Path);
        settings = settings with { Name = parsed.GetValue(Name) ?? settings.Name, BaselineYear = request.BaselineYear ?? settings.BaselineYear };
        var written = target.Bring(imported.Layers, settings, progress, cancel);
        progress.Dispose();
        var defects = DefectList.Merged(imported.Defects, written.Defects);
        ImportTable.Print(imported, defects, written, parsed.GetValue(Json));
        return defects.Any(defect => defect.Severity == Severity.Error) ? ExitCode.Findings : ExitCode.Done;
    }

    // The map helps most where the import is refused.
    private static ImportedLayers Read(
        ImportRequest request, SystemQuestions questions, string? map, (IProgress<WorkProgress> Progress, CancellationToken Cancel) run)
    {
        try
        {
            return LayerImport.Read(request, run.Progress, run.Cancel);
        }
        finally
        {
            if (map is not null)
            {
                Console.Error.WriteLine(questions.WriteMap(map) ? $"map of the possible places: {map}" : $"{map} is not written: every layer's reference system was known");
            }
        }
    }

    private static Classification LevelOf(string word) => ClassificationWords.Find(word)
        ?? throw new InputException($"--classification {word}: known are {string.Join(", ", ClassificationWords.All)}");
}
