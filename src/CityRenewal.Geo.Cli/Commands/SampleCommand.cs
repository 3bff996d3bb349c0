using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal sample`: a made-up district of any size, every layer, the same for the same seed.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var parcels = new Option<int>("--parcels") { Description = "Number of parcels, from 50 on.", DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = "Seed: the same seed gives the same city.", DefaultValueFactory = _ => 7 };
        var output = Options.Output("city.gpkg");
        var json = Options.Json();
        var command = new Command("sample", "Makes a synthetic city of any size as one GeoPackage.") { parcels, seed, output, json };
        command.SetAction((parsed, cancel) =>
        {
            var options = new SampleOptions(parsed.GetValue(parcels), parsed.GetValue(seed));
            var path = parsed.GetValue(output)!;
            using var progress = StageLine.OnStandardError();
            var layers = SampleCity.Of(options, progress, cancel);
            CityFile.Write(path, layers, SettingsOf(options), progress, cancel);
            progress.Dispose();
            LayerTable.Print(layers, path, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>What a sample city's file says of itself.</summary>
    public static CityFileOptions SettingsOf(SampleOptions options) => new()
    {
        Name = $"样例城区 sample district, {options.Parcels} parcels, seed {options.Seed}",
        BaselineYear = SampleOptions.BaselineYear,
        Overwrite = true,
    };
}
