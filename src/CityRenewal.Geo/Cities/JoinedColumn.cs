using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>One column of several sheets; unknown where a sheet lacks it, texts where the sheets disagree on its type.</summary>
internal static class JoinedColumn
{
    public static SourceColumn Of(string name, IReadOnlyList<SnappedLayer> sheets)
    {
        var columns = sheets.Select(sheet => (Column: sheet.Column(name), sheet.Count)).ToList();
        var present = columns.Select(pair => pair.Column).OfType<SourceColumn>().ToList();
        if (present.All(column => column is IntegerSource))
        {
            return new IntegerSource(name, Of(columns.Select(pair => (pair.Column as IntegerSource)?.Values ?? Filled(Unknown.Integer, pair.Count))));
        }

        if (present.All(column => column is RealSource))
        {
            return new RealSource(name, Of(columns.Select(pair => (pair.Column as RealSource)?.Values ?? Filled(Unknown.Real, pair.Count))));
        }

        return new TextSource(name, TextColumn.Join([.. columns.Select(pair => pair.Column switch
        {
            null => TextColumn.Missing(pair.Count),
            TextSource texts => texts.Values,
            var other => TextColumn.From(Enumerable.Range(0, pair.Count).Select(other.TextOf)),
        })]));
    }

    /// <summary>Arrays one after the other.</summary>
    public static T[] Of<T>(IEnumerable<T[]> parts)
    {
        var all = parts.ToList();
        var joined = new T[all.Sum(part => part.Length)];
        var at = 0;
        foreach (var part in all)
        {
            part.CopyTo(joined, at);
            at += part.Length;
        }

        return joined;
    }

    private static T[] Filled<T>(T value, int count)
    {
        var filled = new T[count];
        Array.Fill(filled, value);
        return filled;
    }
}
