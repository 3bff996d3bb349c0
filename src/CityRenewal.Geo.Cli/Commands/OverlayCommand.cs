using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal overlay`: per parcel its area and share in every layer, its buildings and their floor area.</summary>
internal static class OverlayCommand
{
    public static Command Create()
    {
        var city = Options.City();
        var map = Options.Map();
        var output = Options.Output("facts.csv");
        var threads = Options.Threads();
        var json = Options.Json();
        var command = new Command("overlay", "Lays every parcel and building over every layer.") { city, map, output, threads, json };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, parsed.GetValue(threads));
            var facts = new CityWork(opened.City) { Threads = parsed.GetValue(threads) }.Facts(progress, cancel);
            var path = parsed.GetValue(output)!;
            WholeFile.WritePieces(path, FactTable.Of(opened.City, facts).ToCsv(parsed.GetValue(threads), cancel));
            progress.Dispose();
            Print(opened.City, facts, path, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(City city, ParcelFacts facts, string path, bool json)
    {
        var total = Sum(facts.AreaM2);
        var layers = facts.Columns.Select(column => (column.Name, Area: Sum(column.ToAreas()))).ToList();
        if (json)
        {
            JsonOut.Print(new
            {
                facts = path,
                parcels = city.Parcels.Count,
                buildings = city.Buildings.Count,
                area_m2 = total,
                layers = layers.Select(layer => new { name = layer.Name, area_m2 = layer.Area }),
            });
            return;
        }

        var table = TextTable.Of("layer", ">m² of parcels", ">share");
        foreach (var (name, area) in layers)
        {
            table.Row(name, area, total > 0 ? area / total : null);
        }

        TextTable.Print(table);
        Console.Out.WriteLine($"{city.Parcels.Count:N0} parcels, {total:N0} m²; {city.Buildings.Count:N0} buildings");
        Console.Out.WriteLine($"written: {path}");
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
