using System.CommandLine;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Service.Access;
using CityRenewal.Geo.Service.Access.Keys;

namespace CityRenewal.Geo.Cli.Commands.Serving;

/// <summary>`renewal serve keys`: keys of tools. A running service takes a change from the next call on.</summary>
internal static class KeysCommand
{
    private const int LongestName = 100;

    public static Command Create()
    {
        var file = new Option<string>("--keys") { Description = "File of the keys, the same as access.keys_file of the service.", Required = true };
        return new Command("keys", "Keys with which tools call the service.") { Add(file), List(file), Revoke(file) };
    }

    private static Command Add(Option<string> file)
    {
        var name = new Option<string>("--name") { Description = "Whose key it is, as the record of calls will name it.", Required = true };
        var role = new Option<string>("--role") { Description = "reader, planner, chief_planner or administrator.", Required = true };
        var district = new Option<string[]>("--district") { Description = "Id of a city that it is confined to; may be given several times, and end in * for all that begin so. Default: not confined.", Arity = ArgumentArity.ZeroOrMore };
        var days = Options.Whole("--days", "Days until it ends; default: it does not.", 1, 3650);
        role.AcceptOnlyFromAmong([.. RoleWords.Given]);
        var command = new Command("add", "Makes a key, and shows it this once.") { file, name, role, district, days };
        command.SetAction(parsed =>
        {
            var (whose, now) = (parsed.GetValue(name)!, TimeProvider.System.GetUtcNow());
            if (whose.Length is 0 or > LongestName || whose.Any(char.IsControl) || whose is "local" || whose.StartsWith("anyone", StringComparison.Ordinal))
            {
                throw new InputException($"--name {whose}: give a name of 1 to {LongestName} characters; 'local' and 'anyone' mean others in the record");
            }

            var until = parsed.GetValue(days) is { } count ? now.AddDays(count) : (DateTimeOffset?)null;
            var (text, _) = new KeyFile(parsed.GetValue(file)!).Add(whose, parsed.GetValue(role)!, parsed.GetValue(district) ?? [], (now, until));
            Console.Out.WriteLine(text);
            Console.Error.WriteLine("Keep it safe: only a hash is stored, and nobody can show it again. Send it as 'x-api-key: KEY'.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Option<string> file)
    {
        var command = new Command("list", "Lists the keys; what they are is not stored.") { file };
        command.SetAction(parsed =>
        {
            var table = TextTable.Of("id", "name", "role", "districts", "made", "ends");
            foreach (var key in new KeyFile(parsed.GetValue(file)!).Read())
            {
                table.Row(key.Id, key.Name, key.Role, key.Districts.Count == 0 ? "all" : string.Join(' ', key.Districts), $"{key.Created:yyyy-MM-dd}", key.Expires is { } end ? $"{end:yyyy-MM-dd}" : null);
            }

            TextTable.Print(table);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Revoke(Option<string> file)
    {
        var key = new Argument<string>("key") { Description = "Id or name of the key." };
        var command = new Command("revoke", "Takes a key away.") { key, file };
        command.SetAction(parsed =>
        {
            new KeyFile(parsed.GetValue(file)!).Revoke(parsed.GetValue(key)!);
            Console.Out.WriteLine($"revoked {parsed.GetValue(key)}");
            return ExitCode.Done;
        });
        return command;
    }
}
