namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>The words of building attributes; word 0 is empty and stands for "unknown".</summary>
internal static class Words
{
    public static readonly string[] Structures = ["", "brick-wood", "brick-concrete", "reinforced-concrete", "steel"];

    public static readonly string[] Uses =
        ["", "residential", "commerce", "office", "industry", "storage", "education", "health", "culture", "public_service"];

    public static readonly string[] DangerGrades = ["", "A", "B", "C", "D"];

    public static readonly string[] RepairValues = ["", "some", "none"];

    public static readonly string[] FloorAreaOrigins = ["", "surveyed", "registered", "storeys_times_footprint"];

    /// <summary>Index of a word.</summary>
    public static byte Index(string[] words, string word) => (byte)Array.IndexOf(words, word);
}
