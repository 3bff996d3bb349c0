using System.CommandLine;
using CityRenewal.Geo.Cli.Commands.Serving;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service;
using CityRenewal.Geo.Service.Operating.Settings;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal serve`: gRPC and JSON, on loopback for one user or on an address for an office.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var settings = new ServeSettings();
        var command = new Command("serve", "Serves cities over gRPC and JSON: on this machine, or with --listen, a certificate and keys or tokens for others.")
        {
            KeysCommand.Create(), LogCommand.Create(), SettingsCommand.Create(),
        };
        settings.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            await ServeUntilStoppedAsync(settings.Read(parsed), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Serves until Ctrl+C or a request to end, which are the ways to end it and no fault.</summary>
    public static async Task ServeUntilStoppedAsync(ServiceOptions options, CancellationToken cancel)
    {
        await using var service = ServiceHost.Create(options);
        await service.StartAsync(cancel);
        var (json, grpc) = ServiceHost.AddressesOf(service);
        Console.Out.WriteLine($"gRPC  {grpc.Host}:{grpc.Port}   (health, reflection; cityrenewal.geo.v1.Outlines, .Plans, .Reviews, .RulePacks)");
        Console.Out.WriteLine($"JSON  {json}v1/outlines:measure, {json}v1/cities/{options.Cities.Keys.FirstOrDefault() ?? "{city}"}/plans:watchProposal");
        Console.Out.WriteLine($"Access  {(options.Access.IsOn ? "keys or tokens" : "one user of this machine")}");
        Console.Out.WriteLine("Ctrl+C ends the service.");
        await ServiceHost.WaitUntilStoppedAsync(service, cancel);
    }
}
