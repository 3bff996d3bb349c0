using CityRenewal.Geo.Compliance;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads on which side of which number a rule is kept.</summary>
internal static class PackLimitReader
{
    /// <summary>The fields that say it: exactly one of them.</summary>
    public static readonly string[] Names = ["at_most", "at_least", "less_than", "more_than"];

    /// <summary>The side, the name of the parameter (empty and noted where there is none), and whether the number itself breaks the rule.</summary>
    public static (LimitSense Sense, string Limit, bool IsStrict) Read(PackNode node, PackFields fields, Func<PackNode, string> read)
    {
        var given = fields.Among(Names);
        if (given.Count != 1)
        {
            node.Trouble(PackShapeTroubles.OneOf(Names, given.Count));
        }

        string[] limits = [.. given.Select(name => read(fields[name]!))];
        var isLeast = given.Contains("at_least") || given.Contains("more_than");
        return (
            isLeast ? LimitSense.AtLeast : LimitSense.AtMost,
            limits.Length == 1 ? limits[0] : "",
            given.Contains("less_than") || given.Contains("more_than"));
    }
}
