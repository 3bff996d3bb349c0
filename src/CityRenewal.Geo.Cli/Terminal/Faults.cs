using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Service.Operating.Settings;
using CityRenewal.Geo.Stores;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Says what went wrong, where, and what to do.</summary>
internal static class Faults
{
    public static int Say(Exception fault, TextWriter error)
    {
        switch (fault)
        {
            case AggregateException { InnerExceptions.Count: 1 } one:
                return Say(one.InnerExceptions[0], error);
            case OperationCanceledException:
                error.WriteLine("cancelled: nothing was written under its final name");
                return ExitCode.Cancelled;
            case InputException or StoreException or ProposalOptionsException or UnusableLayersException or RegisterRefusedException or SettingsException or ArgumentOutOfRangeException:
                error.WriteLine($"error: {fault.Message}");
                return ExitCode.BadInput;
            case OutOfMemoryException:
                error.WriteLine("error: not enough memory for this city; close other programs or work on one district at a time");
                return ExitCode.BadInput;
            case IOException when fault.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase):
                error.WriteLine($"error: {fault.Message.TrimEnd('.')}; choose other ports with renewal serve --json-port and --grpc-port, 0 for any free one");
                return ExitCode.BadInput;
            case IOException or UnauthorizedAccessException:
                error.WriteLine($"error: {fault.Message}; check the path, the rights on the folder and the free disk space");
                return ExitCode.BadInput;
            default:
                error.WriteLine($"error: {fault.Message}");
                error.WriteLine($"this is a fault of the program ({fault.GetType().Name}); please report the command and the message");
                return ExitCode.BadInput;
        }
    }
}
