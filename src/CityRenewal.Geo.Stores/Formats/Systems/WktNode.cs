using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>One element of a well-known text: a keyword with texts, numbers and elements in brackets. Both versions of the text parse.</summary>
/// <param name="Keyword">For example PROJCS, in capitals.</param>
/// <param name="Values">Texts without their quotes, numbers and bare words, in order.</param>
/// <param name="Children">Elements inside, in order.</param>
internal sealed record WktNode(string Keyword, IReadOnlyList<string> Values, IReadOnlyList<WktNode> Children)
{
    private const int Deepest = 32;

    /// <summary>First value: the name.</summary>
    public string Name => Values.Count > 0 ? Values[0] : "";

    /// <summary>The first element with one of the keywords, this one included, at any depth.</summary>
    public WktNode? Find(params string[] keywords) =>
        keywords.Contains(Keyword) ? this : Children.Select(child => child.Find(keywords)).FirstOrDefault(found => found is not null);

    /// <summary>All elements with the keyword at any depth.</summary>
    public IEnumerable<WktNode> All(string keyword) =>
        (Keyword == keyword ? [this] : Enumerable.Empty<WktNode>()).Concat(Children.SelectMany(child => child.All(keyword)));

    /// <summary>A value as a number; NaN where it is none.</summary>
    public double Number(int index) =>
        index < Values.Count && double.TryParse(Values[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : double.NaN;

    /// <summary>Parses a text; null where it is no well-known text.</summary>
    public static WktNode? Parse(string text)
    {
        var at = 0;
        return Element(text, ref at, depth: 0);
    }

    private static WktNode? Element(string text, ref int at, int depth)
    {
        var keyword = Word(text, ref at);
        if (keyword.Length == 0 || depth > Deepest || at >= text.Length || text[at] is not ('[' or '('))
        {
            return null;
        }

        at++;
        var values = new List<string>();
        var children = new List<WktNode>();
        while (at < text.Length && text[at] is not (']' or ')'))
        {
            if (!Item(text, ref at, depth, values, children))
            {
                return null;
            }
        }

        at++;
        return at > text.Length ? null : new WktNode(keyword.ToUpperInvariant(), values, children);
    }

    private static bool Item(string text, ref int at, int depth, List<string> values, List<WktNode> children)
    {
        Skip(text, ref at);
        if (at >= text.Length)
        {
            return false;
        }

        if (text[at] == '"')
        {
            values.Add(Quoted(text, ref at));
        }
        else
        {
            var start = at;
            var word = Word(text, ref at);
            if (at < text.Length && text[at] is '[' or '(')
            {
                at = start;
                if (Element(text, ref at, depth + 1) is not { } child)
                {
                    return false;
                }

                children.Add(child);
            }
            else if (word.Length > 0)
            {
                values.Add(word);
            }
            else if (text[at] is not (']' or ')'))
            {
                return false;
            }
        }

        Skip(text, ref at);
        return at < text.Length;
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == ','))
        {
            at++;
        }
    }

    private static string Word(string text, ref int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-' or '+'))
        {
            at++;
        }

        return text[start..at];
    }

    private static string Quoted(string text, ref int at)
    {
        var start = ++at;
        while (at < text.Length && text[at] != '"')
        {
            at++;
        }

        return text[start..Math.Min(at++, text.Length)];
    }
}
