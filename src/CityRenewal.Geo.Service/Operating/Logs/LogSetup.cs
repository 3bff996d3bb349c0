using Microsoft.Extensions.Logging.Console;

namespace CityRenewal.Geo.Service.Operating.Logs;

/// <summary>Sends events to standard error, a line of JSON each.</summary>
internal static class LogSetup
{
    private const int MostWaiting = 10_000;

    /// <summary>Sets the log up.</summary>
    public static void AddLines(this ILoggingBuilder logging, ServiceOptions options)
    {
        logging.ClearProviders();
        if (options.LogLevel == LogLevel.None)
        {
            return;
        }

        logging.SetMinimumLevel(options.LogLevel);
        logging.AddConsole(console =>
        {
            console.FormatterName = JsonLines.Form;
            console.LogToStandardErrorThreshold = LogLevel.Trace;

            // A reader of the log that hangs must not hang the service.
            console.MaxQueueLength = MostWaiting;
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
        logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();

        // The frameworks tell of every request in several lines; a call has one, and it is ours.
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Critical).AddFilter("System", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Error);
        if (options.LogLevel > LogLevel.Information && options.Collector is null)
        {
            // Else every call is given an identity that nobody writes down.
            logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        }
    }
}
