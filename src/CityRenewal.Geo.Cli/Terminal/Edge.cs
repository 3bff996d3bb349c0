using System.CommandLine;
using System.Text;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>The edge of the process: the one place where exceptions become words and exit codes.</summary>
internal static class Edge
{
    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                Console.Error.WriteLine($"error: {problem.Message}");
            }

            Console.Error.WriteLine($"see: renewal {string.Join(' ', parsed.CommandResult.Command.Name is "renewal" ? [] : new[] { parsed.CommandResult.Command.Name })} --help");
            return ExitCode.BadInput;
        }

        using var interruption = new Interruption();
        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
                interruption.Token);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("cancelled: nothing was written under its final name");
            return ExitCode.Cancelled;
        }
        catch (Exception fault)
        {
            return Faults.Say(fault, Console.Error);
        }
    }
}
