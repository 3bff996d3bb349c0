using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service;
using CityRenewal.Geo.Stores.Offices;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal serve`: gRPC and JSON on loopback.</summary>
internal static class ServeCommand
{
    private const string StoreVariable = "CITYRENEWAL_STORE", UsualStore = "renewal-office";

    public static Command Create()
    {
        var city = new Option<string[]>("--city") { Description = "City files to serve; each is called by its file name.", Arity = ArgumentArity.ZeroOrMore };
        var json = Options.Whole("--json-port", "Port for JSON, 0 for any free one.", 0, 65535, fallback: 5080);
        var grpc = Options.Whole("--grpc-port", "Port for gRPC, 0 for any free one.", 0, 65535, fallback: 5081);
        var store = new Option<string?>("--store") { Description = $"Folder in which the office's cities, plans and records are kept; made where there is none. Default: {StoreVariable}, else {UsualStore}." };
        var command = new Command("serve", "Serves cities over gRPC and JSON on this machine.") { city, store, json, grpc };
        command.SetAction(async (parsed, cancel) =>
        {
            var cities = CitiesOf(parsed.GetValue(city) ?? []);
            await ServeUntilStoppedAsync(new ServiceOptions
            {
                Store = parsed.GetValue(store) ?? Environment.GetEnvironmentVariable(StoreVariable) ?? UsualStore,
                Cities = cities,
                JsonPort = parsed.GetValue(json),
                GrpcPort = parsed.GetValue(grpc),
            }, cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static Dictionary<string, string> CitiesOf(string[] paths)
    {
        var cities = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (!File.Exists(path))
            {
                throw new InputException($"{path}: there is no such city file; make one with renewal sample or renewal import");
            }

            var id = OfficeNames.From(Path.GetFileNameWithoutExtension(path)!);
            if (!cities.TryAdd(id, Path.GetFullPath(path)))
            {
                throw new InputException($"{path}: another file would be called cities/{id} too; rename one of them");
            }
        }

        return cities;
    }

    /// <summary>Serves until Ctrl+C, which is the way to end it and no fault.</summary>
    public static async Task ServeUntilStoppedAsync(ServiceOptions options, CancellationToken cancel)
    {
        await using var service = ServiceHost.Create(options);
        await service.StartAsync(cancel);
        var (json, grpc) = ServiceHost.AddressesOf(service);
        Console.Out.WriteLine($"gRPC  {grpc.Host}:{grpc.Port}   (health, reflection; cityrenewal.geo.v1.Outlines, .Plans, .Reviews, .RulePacks)");
        Console.Out.WriteLine($"JSON  {json}v1/outlines:measure, {json}v1/cities/{options.Cities.Keys.FirstOrDefault() ?? "{city}"}/plans:watchProposal");
        Console.Out.WriteLine("Ctrl+C ends the service.");
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            await service.StopAsync(CancellationToken.None);
        }
    }
}
