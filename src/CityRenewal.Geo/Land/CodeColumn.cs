namespace CityRenewal.Geo.Land;

/// <summary>A column whose texts repeat (land use, structure, kind): a code per row into a short list of words.</summary>
/// <param name="codes">Per row an index into the words.</param>
/// <param name="words">The words; word 0 is empty and stands for "unknown".</param>
public sealed class CodeColumn(ushort[] codes, string[] words)
{
    /// <summary>Number of rows.</summary>
    public int Count => codes.Length;

    /// <summary>Per row the index of its word.</summary>
    public ReadOnlySpan<ushort> Codes => codes;

    /// <summary>The words; word 0 is empty and stands for "unknown".</summary>
    public IReadOnlyList<string> Words => words;

    /// <summary>The word of row i; empty where it is unknown.</summary>
    public string this[int i] => words[codes[i]];

    /// <summary>A column of the given words, numbered by first appearance; null and empty become unknown.</summary>
    public static CodeColumn From(IReadOnlyList<string?> rows)
    {
        var numbers = new Dictionary<string, ushort>(StringComparer.Ordinal) { [""] = 0 };
        var words = new List<string> { "" };
        var codes = new ushort[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            var word = rows[i] ?? "";
            if (!numbers.TryGetValue(word, out codes[i]))
            {
                codes[i] = numbers[word] = checked((ushort)words.Count);
                words.Add(word);
            }
        }

        return new CodeColumn(codes, [.. words]);
    }

    /// <summary>A column in which every row is unknown.</summary>
    public static CodeColumn Unknown(int count) => new(new ushort[count], [""]);
}
