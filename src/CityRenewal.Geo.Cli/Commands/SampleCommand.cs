using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Samples.Dirty;
using CityRenewal.Geo.Stores.Deliveries;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal sample`: a made-up district of any size, clean, with planted defects, as an office delivers it, or a county town.</summary>
internal static class SampleCommand
{
    private const int MostParcels = 20_000_000;
    private const int MostOfMessy = 200_000;

    private static readonly Option<int?> Parcels =
        Options.Whole("--parcels", "Number of parcels, from 50 on; 1000 where not given, 2000 for a county town.", 50, MostParcels);

    private static readonly Option<int> Seed = Options.Seed("Seed: the same seed gives the same city.");
    private static readonly Option<bool> Dirty = new("--dirty") { Description = "Plant defects of every kind, as another program's GeoPackage." };
    private static readonly Option<string?> Ledger = new("--ledger") { Description = "With --dirty: CSV that names every planted defect." };
    private static readonly Option<bool> Delivered = new("--delivered") { Description = "A folder of files as an office delivers them, with truth/truth.csv." };
    private static readonly Option<bool> County = new("--county") { Description = "A county town along a river, of which the registers know little." };
    private static readonly Option<double?> Stray = Options.Real("--stray", "How far other offices' lines stray at most from the parcels that they follow, metres; each by its habit where not given.", 0, 5);
    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "File to write, city.gpkg where not given (with --delivered a folder, delivered where not given).",
    };

    private static readonly Option<bool> Json = Options.Json();

    public static Command Create()
    {
        var command = new Command("sample", "Makes a synthetic city of any size.") { Parcels, Seed, Dirty, Ledger, Delivered, County, Stray, Output, Json };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(parsed, cancel)));
        return command;
    }

    /// <summary>What a sample city's file says of itself.</summary>
    public static CityFileOptions SettingsOf(SampleOptions options) => new()
    {
        Name = options.Town == TownKind.CountyTown
            ? $"样例县城 sample county town, {options.Parcels} parcels, seed {options.Seed}"
            : $"样例城区 sample district, {options.Parcels} parcels, seed {options.Seed}",
        BaselineYear = SampleOptions.BaselineYear,
        Overwrite = true,
    };

    private static void CheckTogether(ParseResult parsed)
    {
        var (isDirty, isDelivered, parcels) = (parsed.GetValue(Dirty), parsed.GetValue(Delivered), parsed.GetValue(Parcels));
        var kinds = new[] { Dirty, Delivered, County }.Where(parsed.GetValue).Select(option => option.Name).ToList();
        var problems = new List<string>();
        if (kinds.Count > 1)
        {
            problems.Add($"{string.Join(" and ", kinds)} ask for different cities; give one of them");
        }

        if (parsed.GetValue(Ledger) is not null && !isDirty)
        {
            problems.Add("--ledger names planted defects; give --dirty with it");
        }

        if (isDirty && parcels < DirtyCity.FewestParcels)
        {
            problems.Add($"--dirty needs at least {DirtyCity.FewestParcels} parcels, so that every defect can be judged on its own; --parcels {parcels} is too few");
        }

        if ((isDirty || isDelivered) && parcels > MostOfMessy)
        {
            problems.Add($"{kinds[0]} makes at most {MostOfMessy} parcels; --parcels {parcels} is too many");
        }

        if (problems.Count > 0)
        {
            throw new InputException(string.Join("; ", problems));
        }
    }

    private static int Run(ParseResult parsed, CancellationToken cancel)
    {
        CheckTogether(parsed);
        var isCounty = parsed.GetValue(County);
        var options = new SampleOptions(parsed.GetValue(Parcels) ?? (isCounty ? 2000 : 1000), parsed.GetValue(Seed))
        {
            Town = isCounty ? TownKind.CountyTown : TownKind.District,
            StrayM = parsed.GetValue(Stray),
        };
        using var progress = StageLine.OnStandardError();
        if (parsed.GetValue(Delivered))
        {
            return OfficeFolder.Write(parsed.GetValue(Output) ?? "delivered", options, parsed.GetValue(Json), progress, cancel);
        }

        var path = parsed.GetValue(Output) ?? "city.gpkg";
        if (parsed.GetValue(Dirty))
        {
            return WriteDirty(path, parsed, options, progress, cancel);
        }

        var layers = SampleCity.Of(options, progress, cancel);
        CityFile.Write(path, layers, SettingsOf(options), progress, cancel);
        progress.Dispose();
        LayerTable.Print(layers, path, parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static int WriteDirty(string path, ParseResult parsed, SampleOptions options, StageLine progress, CancellationToken cancel)
    {
        var dirty = DirtyCity.Of(options, progress, cancel);
        ForeignGeoPackage.Write(path, [.. dirty.Layers.Select(ToForeign)], cancel);
        if (parsed.GetValue(Ledger) is { } ledger)
        {
            WholeFile.WriteLines(ledger, [PlantedDefect.Head, .. dirty.Ledger.Select(defect => defect.ToCsv())], cancel);
        }

        progress.Dispose();
        LayerTable.Print([.. dirty.Layers.Select(layer => layer.Layer)], path, parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static ForeignLayer ToForeign(DirtyLayer dirty) => new(
        dirty.Layer,
        dirty.Odd.ToDictionary(odd => odd.Key, odd => odd.Value switch
        {
            OddForm.Empty => ForeignForm.Empty,
            OddForm.Heights => ForeignForm.Heights,
            OddForm.Line => ForeignForm.Line,
            OddForm.Broken => ForeignForm.Broken,
            _ => ForeignForm.Ordinary,
        }));
}
