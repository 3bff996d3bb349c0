namespace CityRenewal.Geo.Land;

/// <summary>The words for who may see a layer: one on the wire, one for people, and those that are understood.</summary>
public static class ClassificationWords
{
    private static readonly (Classification Level, string Word, string Chinese, string[] Others)[] Words =
    [
        (Classification.Public, "public", "公开", []),
        (Classification.Internal, "internal", "内部资料", ["内部"]),
        (Classification.Confidential, "confidential", "秘密", []),
        (Classification.Secret, "secret", "机密", []),
    ];

    /// <summary>The words that may be written, in both languages.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Words.SelectMany(word => new[] { word.Word, word.Chinese })];

    /// <summary>The word in files, JSON and mappings.</summary>
    public static string Wire(this Classification level) => Words[(int)level].Word;

    /// <summary>The Chinese word, as it is printed on a document.</summary>
    public static string Chinese(this Classification level) => Words[(int)level].Chinese;

    /// <summary>The level that a word in either language means; null where it means none.</summary>
    public static Classification? Find(string word)
    {
        var found = Words.Where(known =>
            string.Equals(known.Word, word, StringComparison.OrdinalIgnoreCase) || known.Chinese == word || known.Others.Contains(word));
        return found.Select(known => (Classification?)known.Level).FirstOrDefault();
    }

    /// <summary>The highest of several; internal where there is none.</summary>
    public static Classification Highest(IEnumerable<Classification> levels) =>
        levels.Select(level => (Classification?)level).Max() ?? Classification.Internal;
}
