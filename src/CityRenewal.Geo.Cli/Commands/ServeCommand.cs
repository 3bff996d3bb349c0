using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal serve`: gRPC and JSON on loopback.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var city = new Option<string[]>("--city") { Description = "City files to serve; each is called by its file name.", Arity = ArgumentArity.ZeroOrMore };
        var json = Options.Whole("--json-port", "Port for JSON, 0 for any free one.", 0, 65535, fallback: 5080);
        var grpc = Options.Whole("--grpc-port", "Port for gRPC, 0 for any free one.", 0, 65535, fallback: 5081);
        var command = new Command("serve", "Serves cities over gRPC and JSON on this machine.") { city, json, grpc };
        command.SetAction(async (parsed, cancel) =>
        {
            var cities = (parsed.GetValue(city) ?? []).ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, Path.GetFullPath);
            foreach (var path in cities.Values.Where(path => !File.Exists(path)))
            {
                throw new InputException($"{path}: there is no such city file; make one with renewal sample or renewal import");
            }

            await ServeUntilStoppedAsync(new ServiceOptions
            {
                Cities = cities,
                JsonPort = parsed.GetValue(json),
                GrpcPort = parsed.GetValue(grpc),
            }, cancel);
            return ExitCode.Done;
        });
        return command;
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
