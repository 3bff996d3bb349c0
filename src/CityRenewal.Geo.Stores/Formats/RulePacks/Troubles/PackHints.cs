namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What was probably meant, as the remedy for a word that is not known.</summary>
internal static class PackHints
{
    /// <summary>The nearest known word as a question, else all of them.</summary>
    public static string Meant(string written, IReadOnlyList<string> known) =>
        Meant(written, known, $"Known are {string.Join(", ", known)}.");

    /// <summary>The nearest known word as a question, else something else.</summary>
    public static string Meant(string written, IReadOnlyList<string> known, string otherwise) =>
        NearestWord.Of(written, known) is { } nearest ? $"Is '{nearest}' meant?" : otherwise;

    /// <summary>The same in Chinese.</summary>
    public static string MeantChinese(string written, IReadOnlyList<string> known) =>
        MeantChinese(written, known, $"可用：{string.Join("、", known)}。");

    /// <summary>The same in Chinese.</summary>
    public static string MeantChinese(string written, IReadOnlyList<string> known, string otherwise) =>
        NearestWord.Of(written, known) is { } nearest ? $"是否为“{nearest}”？" : otherwise;
}
