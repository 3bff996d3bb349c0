namespace CityRenewal.Geo.Reports.Office;

/// <summary>Gathers everything that is wrong with a template, each with its place.</summary>
internal sealed class TemplateProblems
{
    private const int LongestQuote = 60;
    private readonly List<string> _all = [];

    /// <summary>All of it, in the order of the template.</summary>
    public IReadOnlyList<string> All => _all;

    /// <summary>Something is wrong at a place.</summary>
    public void Add(string place, string message) => _all.Add($"{place}: {message}");

    /// <summary>Checks every placeholder of a text.</summary>
    public void Check(string place, string text, FieldScope scope)
    {
        foreach (var (_, _, name) in Placeholder.In(text))
        {
            if (scope.Value(name) is null)
            {
                Add(place, What(name, scope));
            }
        }

        if (text.Split("{{").Length - 1 != Placeholder.In(text).Count)
        {
            Add(place, $"a placeholder is not closed in «{Short(text)}»; write {{{{name}}}}");
        }
    }

    private static string What(string name, FieldScope scope)
    {
        var word = name.Split('.')[0];
        if (name.StartsWith("each ", StringComparison.Ordinal) || name == "end")
        {
            return $"{{{{{name}}}}} has to stand in a paragraph of its own, beside the paragraphs and tables that it repeats";
        }

        if (scope.List(word) is { } list && list.Names.Contains(name))
        {
            return $"{{{{{name}}}}} is one of many: put it into a table row, or between {{{{each {word}}}}} and {{{{end}}}}";
        }

        var known = scope.NamesLike(word).ToList();
        return known.Count > 0
            ? $"there is no {{{{{name}}}}}; there are {string.Join(", ", known)}"
            : $"there is no {{{{{name}}}}}; placeholders begin with {string.Join(", ", scope.Words)}";
    }

    private static string Short(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
