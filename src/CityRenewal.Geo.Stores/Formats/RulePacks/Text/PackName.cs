using System.Text.RegularExpressions;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>How things in a pack may be called.</summary>
internal static partial class PackName
{
    /// <summary>Whether it can be the id of a pack, rule, source or reading: kebab-case.</summary>
    public static bool IsPack(string name) => Kebab().IsMatch(name);

    /// <summary>Whether it can be the name of a parameter: snake_case.</summary>
    public static bool IsParameter(string name) => Snake().IsMatch(name);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();

    [GeneratedRegex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
    private static partial Regex Snake();
}
