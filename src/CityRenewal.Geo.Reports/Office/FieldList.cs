namespace CityRenewal.Geo.Reports.Office;

/// <summary>A list that a template can repeat something for.</summary>
/// <param name="Names">Names of the values that each of its items has.</param>
/// <param name="Items">The items; made when they are first asked for.</param>
public sealed record FieldList(IReadOnlyCollection<string> Names, Lazy<IReadOnlyList<FieldScope>> Items)
{
    /// <summary>A list of things, each value by its name and how it is read.</summary>
    /// <param name="name">The list's own name, before the point.</param>
    /// <param name="items">The things.</param>
    /// <param name="columns">Their values.</param>
    /// <param name="lists">Lists that each thing has of its own; null for none.</param>
    public static FieldList Of<T>(
        string name, Func<IEnumerable<T>> items, IReadOnlyList<(string Name, Func<T, FieldValue> Value)> columns,
        Func<T, IReadOnlyDictionary<string, FieldList>>? lists = null)
    {
        var names = columns.Select(column => $"{name}.{column.Name}").ToList();
        return new FieldList(names, new Lazy<IReadOnlyList<FieldScope>>(() =>
        [
            .. items().Select(item => new FieldScope(
                columns.Select((column, i) => KeyValuePair.Create(names[i], column.Value(item))).ToDictionary(StringComparer.Ordinal),
                lists?.Invoke(item) ?? FieldScope.NoLists)),
        ]));
    }

    /// <summary>An item without values, for looking a template over.</summary>
    public FieldScope Blank => new(Names.ToDictionary(name => name, _ => new FieldValue(""), StringComparer.Ordinal), FieldScope.NoLists);
}
