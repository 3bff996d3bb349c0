namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Where rule packs (规则包) are found: the shipped ones by id, a user's own by the path of its file.</summary>
public static class RulePackShelf
{
    private static readonly Dictionary<string, double> NothingSet = [];

    /// <summary>Ids of the shipped packs, in ordinal order.</summary>
    public static IReadOnlyList<string> Ids => ShippedPacks.Ids;

    /// <summary>Reads a pack with all that it extends.</summary>
    /// <param name="idOrPath">Id of a shipped pack, or path of a YAML file.</param>
    /// <param name="settings">Numbers that the user sets instead of those of the pack's parameters, by name; null sets none.</param>
    public static RulePackReading Read(string idOrPath, IReadOnlyDictionary<string, double>? settings = null)
    {
        var text = TextOf(idOrPath);
        return text is null ? NotFound(idOrPath) : PackReader.Read(idOrPath, text, settings ?? NothingSet);
    }

    /// <summary>Reads a pack that is given as text; what it extends is looked for among the shipped packs.</summary>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="settings">Numbers that the user sets; null sets none.</param>
    public static RulePackReading Parse(string name, string yaml, IReadOnlyDictionary<string, double>? settings = null) =>
        PackReader.Read(name, new PackText(name, yaml, ""), settings ?? NothingSet);

    /// <summary>The texts of a pack and of all that it extends, by id, the pack asked for last: with them it can be read anywhere.</summary>
    /// <param name="idOrPath">Id of a shipped pack, or path of a YAML file.</param>
    public static IReadOnlyList<(string Id, string Yaml)> TextsOf(string idOrPath) =>
        TextOf(idOrPath) is { } text && PackFamily.Load(text, []) is { } family
            ? [.. family.Packs.Select(pack => (pack.Id, pack.Text.Yaml))]
            : [];

    internal static PackText? TextOf(string idOrPath) =>
        ShippedPacks.Find(idOrPath) ?? (File.Exists(idOrPath) ? PackText.Open(idOrPath) : null);

    private static RulePackReading NotFound(string name)
    {
        var found = new List<RulePackProblem>();
        new PackNotes(name, found).Add("", PackSenseTroubles.NoPack(name, ""));
        return new RulePackReading(name, null, found);
    }
}
