using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>`renewal dump`: the canonical dump of a city or plan file; two files with the same dump are the same.</summary>
internal static class DumpCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "City or plan file." };
        var hash = new Option<bool>("--hash") { Description = "Print the SHA-256 of the dump only." };
        var command = new Command("dump", "Prints the canonical dump of a city or plan file.") { file, hash };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (parsed.GetValue(hash))
            {
                Console.Out.WriteLine(CanonicalDump.HashOf(path));
                return ExitCode.Done;
            }

            using var output = new StreamWriter(Console.OpenStandardOutput());
            CanonicalDump.Write(path, output);
            return ExitCode.Done;
        });
        return command;
    }
}
