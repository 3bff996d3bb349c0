using System.Globalization;
using Spectre.Console;

namespace CityRenewal.Geo.Cli.Terminal;

/// <summary>Tables that people read: numbers to the right, thousands apart, as wide as their content.</summary>
internal static class TextTable
{
    public static Table Of(params string[] headings)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var heading in headings)
        {
            // A heading that begins with > belongs to a column of numbers.
            var isNumber = heading.StartsWith('>');
            var column = new TableColumn(Markup.Escape(heading.TrimStart('>'))) { NoWrap = true };
            table.AddColumn(isNumber ? column.RightAligned() : column);
        }

        return table;
    }

    public static void Row(this Table table, params object?[] cells) =>
        table.AddRow([.. cells.Select(cell => new Text(ToText(cell)))]);

    public static void Print(Table table)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 260;
        }

        console.Write(table);
    }

    private static string ToText(object? cell) => cell switch
    {
        null => "–",
        double value when double.IsNaN(value) => "–",
        double value => value.ToString(Math.Abs(value) switch { >= 1000 => "N0", >= 10 => "N1", _ => "0.000" }, CultureInfo.InvariantCulture),
        int value => value.ToString("N0", CultureInfo.InvariantCulture),
        long value => value.ToString("N0", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
