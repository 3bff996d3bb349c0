namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Options as they can be pasted into a shell.</summary>
internal static class Quoted
{
    /// <summary>The text, in quotes where it has a space in it.</summary>
    public static string Option(string text) => text.Any(char.IsWhiteSpace) ? $"\"{text}\"" : text;

    /// <summary>The options that answer which system a layer is in.</summary>
    public static string Answer(string name, int epsg, bool swapAxes) =>
        "--crs " + Option($"{name}={epsg}") + (swapAxes ? " --swap-axes " + Option(name) : "");
}
