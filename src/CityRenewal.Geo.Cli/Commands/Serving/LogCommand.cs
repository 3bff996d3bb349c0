using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Stores.Offices;
using CityRenewal.Geo.Stores.Offices.Folders;

namespace CityRenewal.Geo.Cli.Commands.Serving;

/// <summary>`renewal serve log`: the record of calls of an office, read beside a running service.</summary>
internal static class LogCommand
{
    public static Command Create()
    {
        var store = new Option<string>("--store") { Description = "Folder of the office.", DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CITYRENEWAL_STORE") ?? "renewal-office" };
        var most = Options.Whole("--most", "How many calls at most.", 1, 1_000_000, fallback: 100);
        var json = Options.Json();
        var command = new Command("log", "Shows who changed what and who was refused, the newest first 调用记录.") { store, most, json };
        command.SetAction(parsed =>
        {
            var calls = FolderCalls.Newest(parsed.GetValue(store)!, parsed.GetValue(most));
            if (parsed.GetValue(json))
            {
                JsonOut.Print(new { calls = calls.Select(call => new { time = call.Time, caller = call.Caller, role = call.Role, method = call.Method, resource = call.Resource, status = call.Status }) });
            }
            else
            {
                Print(calls);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(IReadOnlyList<AuditRecord> calls)
    {
        var table = TextTable.Of("time", "caller", "role", "method", "resource", "status");
        foreach (var call in calls)
        {
            table.Row($"{call.Time:yyyy-MM-dd HH:mm:ss}Z", call.Caller, call.Role, call.Method, call.Resource, call.Status);
        }

        TextTable.Print(table);
    }
}
