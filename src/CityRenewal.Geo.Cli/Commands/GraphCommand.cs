using System.CommandLine;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal graph`: per pair of neighbours the shared length, the facing length and what lies between.</summary>
internal static class GraphCommand
{
    public static Command Create()
    {
        var city = Options.City();
        var map = Options.Map();
        var output = Options.Output("graph.csv");
        var width = new Option<double>("--street-width") { Description = "Widest street that parcels face each other across, metres.", DefaultValueFactory = _ => 20 };
        var contact = new Option<double>("--minimum-contact") { Description = "Shortest common border of neighbours, metres.", DefaultValueFactory = _ => 0.5 };
        var threads = Options.Threads();
        var json = Options.Json();
        var command = new Command("graph", "Finds which parcels touch or face each other.") { city, map, output, width, contact, threads, json };
        command.SetAction((parsed, cancel) =>
        {
            using var progress = StageLine.OnStandardError();
            var opened = CityInput.Open(parsed.GetValue(city)!, parsed.GetValue(map), progress, cancel, parsed.GetValue(threads));
            var options = new GraphOptions(parsed.GetValue(width), parsed.GetValue(contact));
            var graph = new CityWork(opened.City) { Threads = parsed.GetValue(threads) }.Graph(options, progress, cancel);
            var path = parsed.GetValue(output)!;
            WholeFile.WriteLines(path, GraphTable.Of(opened.City, graph).ToCsvLines(), cancel);
            progress.Dispose();
            Print(graph, path, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(ContiguityGraph graph, string path, bool json)
    {
        int blocked = 0, touching = 0, facing = 0;
        for (var pair = 0; pair < graph.PairCount; pair++)
        {
            blocked += graph.IsOpen(pair) ? 0 : 1;
            touching += graph.SharedLength[pair] > 0 ? 1 : 0;
            facing += graph.FacingLength[pair] > 0 ? 1 : 0;
        }

        if (json)
        {
            JsonOut.Print(new { graph = path, parcels = graph.ParcelCount, pairs = graph.PairCount, touching, facing, blocked });
            return;
        }

        var table = TextTable.Of("pairs", ">number");
        table.Row("share a border", touching);
        table.Row("face each other across a street", facing);
        table.Row("with a barrier between", blocked);
        table.Row("all", graph.PairCount);
        TextTable.Print(table);
        Console.Out.WriteLine($"written: {path}");
    }
}
