namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The texts of the packs that come with the program: data/rule-packs.</summary>
internal static class ShippedPacks
{
    private const string Stem = "CityRenewal.Geo.Stores.RulePacks.";
    private const string Ending = ".yaml";

    /// <summary>Their ids, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(ShippedPacks).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Stem, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal))
            .Select(name => name[Stem.Length..^Ending.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The pack of that id; null where none is shipped.</summary>
    public static PackText? Find(string id)
    {
        using var stream = typeof(ShippedPacks).Assembly.GetManifestResourceStream(Stem + id + Ending);
        return stream is null ? null : new PackText(id + Ending, new StreamReader(stream).ReadToEnd(), "");
    }
}
