using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Cities;

/// <summary>One column of several sheets; unknown where a sheet lacks it, texts where the sheets disagree on its type.</summary>
internal static class JoinedColumn
{
    public static SourceColumn Of(string name, IReadOnlyList<SnappedLayer> sheets)
    {
        var columns = sheets.Select(sheet => (Column: sheet.Column(name), sheet.Count)).ToList();
        var present = columns.Where(pair => pair.Column is not null).Select(pair => pair.Column!).ToList();
        if (present.All(column => column is IntegerSource))
        {
            return new IntegerSource(name, [.. columns.SelectMany(pair =>
                (pair.Column as IntegerSource)?.Values ?? Enumerable.Repeat(Unknown.Integer, pair.Count))]);
        }

        if (present.All(column => column is RealSource))
        {
            return new RealSource(name, [.. columns.SelectMany(pair =>
                (pair.Column as RealSource)?.Values ?? Enumerable.Repeat(Unknown.Real, pair.Count))]);
        }

        return new TextSource(name, TextColumn.From(columns.SelectMany(pair =>
            Enumerable.Range(0, pair.Count).Select(row => pair.Column?.TextOf(row)))));
    }
}
