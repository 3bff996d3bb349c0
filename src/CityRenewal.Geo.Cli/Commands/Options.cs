using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Options that several commands share, so that they read the same everywhere.</summary>
internal static class Options
{
    public static Option<string> Output(string fallback) => ToWrite(new Option<string>("--output", "-o")
    {
        Description = "File to write; it appears under this name only when it is whole.",
        DefaultValueFactory = _ => fallback,
    });

    /// <summary>A file to write: a folder that does not exist is told before the work, not after it.</summary>
    public static Option<T> ToWrite<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            var path = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            {
                result.AddError($"{option.Name} {path}: there is no folder {folder}; make it, or name another");
            }
        });
        return option;
    }

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document to stdout and nothing else there." };

    public static Option<string?> Map() => new("--map") { Description = "Mapping YAML that says which file and field is which layer and column." };

    public static Option<int?> Year() => Whole("--year", "Year that ages count from; default is the city's baseline year.", 1000, 9999);

    public static Option<int> Threads() => Whole("--threads", "Threads to use, 0 for all; no result depends on it.", 0, 1024, fallback: 0);

    /// <summary>A seed: any whole number.</summary>
    public static Option<int> Seed(string description) => Whole("--seed", description, int.MinValue, int.MaxValue, fallback: 7);

    public static Argument<string> City() => new("city") { Description = "City file, or any GeoPackage that a preset or --map explains." };

    /// <summary>A whole number in a range, with what it is where it is not given.</summary>
    public static Option<int> Whole(string name, string description, int least, int most, int fallback) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => fallback,
        CustomParser = result => NumberOf(result, name, least, most) ?? fallback,
    };

    /// <summary>A whole number in a range that need not be given.</summary>
    public static Option<int?> Whole(string name, string description, int least, int most) => new(name)
    {
        Description = description,
        CustomParser = result => NumberOf(result, name, least, most),
    };

    /// <summary>A number in a range that need not be given.</summary>
    public static Option<double?> Real(string name, string description, double least, double most) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: give a number from {least} to {most}"));
            return null;
        },
    };

    private static int? NumberOf(ArgumentResult result, string name, int least, int most)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} {text}: give a whole number from {least} to {most}"));
        return null;
    }
}
