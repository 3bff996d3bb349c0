using System.CommandLine;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Options that several commands share, so that they read the same everywhere.</summary>
internal static class Options
{
    public static Option<string> Output(string fallback) => new("--output", "-o")
    {
        Description = "File to write; it appears under this name only when it is whole.",
        DefaultValueFactory = _ => fallback,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON document to stdout and nothing else there." };

    public static Option<string?> Map() => new("--map") { Description = "Mapping YAML that says which file and field is which layer and column." };

    public static Option<int?> Year() => new("--year") { Description = "Year that ages count from; default is the city's baseline year." };

    public static Option<int> Threads() => new("--threads") { Description = "Threads to use, 0 for all; no result depends on it." };

    public static Argument<string> City() => new("city") { Description = "City file, or any GeoPackage that a preset or --map explains." };
}
