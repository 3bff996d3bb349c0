using System.CommandLine;
using System.Globalization;
using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Cli.Commands.Registers;

/// <summary>What several commands on a register ask for.</summary>
internal static class RegisterOptions
{
    public static Argument<string> City() => new("city") { Description = "City file that keeps the register." };

    public static Argument<string> Id(string description) => new("id") { Description = description };

    public static Option<DateOnly?> Date(string name, string description, bool isRequired) => new(name)
    {
        Description = description,
        Required = isRequired,
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                return date;
            }

            result.AddError($"{name} {text}: give a date as 2026-06-30");
            return null;
        },
    };

    public static Option<DateOnly?> Date() => Date("--date", "Date of the document, as 2026-06-30.", isRequired: true);

    public static Option<string> Document() => new("--document") { Description = "Number of the document 文号.", Required = true };

    public static Option<RegisterState?> State(string description) => new("--to", "--state")
    {
        Description = $"{description}: {string.Join(", ", RegisterStates.All.Select(state => $"{state.Wire()} {state.Chinese()}"))}.",
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (RegisterStates.Find(text) is { } state)
            {
                return state;
            }

            result.AddError($"there is no state '{text}'; give one of {string.Join(", ", RegisterStates.All.Select(known => known.Wire()))}");
            return null;
        },
    };

    public static Option<string?> Csv() => Options.ToWrite(new Option<string?>("--csv") { Description = "CSV file to write the table to." });
}
