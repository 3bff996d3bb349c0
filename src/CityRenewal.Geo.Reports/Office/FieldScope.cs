namespace CityRenewal.Geo.Reports.Office;

/// <summary>What placeholders mean at one place of a template: values by name, and lists.</summary>
/// <param name="Values">Values by their whole name: city.name.</param>
/// <param name="Lists">Lists by their name: areas.</param>
public sealed record FieldScope(IReadOnlyDictionary<string, FieldValue> Values, IReadOnlyDictionary<string, FieldList> Lists)
{
    /// <summary>No list.</summary>
    public static readonly IReadOnlyDictionary<string, FieldList> NoLists = new Dictionary<string, FieldList>();

    /// <summary>The scope around it; null for the whole report.</summary>
    public FieldScope? Outer { get; init; }

    /// <summary>The value of a name, from the inside out; null where there is none.</summary>
    public FieldValue? Value(string name) => Values.TryGetValue(name, out var value) ? value : Outer?.Value(name);

    /// <summary>A list, from the inside out; null where there is none.</summary>
    public FieldList? List(string name) => Lists.TryGetValue(name, out var list) ? list : Outer?.List(name);

    /// <summary>The names that begin with a word, for a message.</summary>
    public IEnumerable<string> NamesLike(string word) => Values.Keys.Concat(Lists.Values.SelectMany(list => list.Names))
        .Concat(Outer?.NamesLike(word) ?? [])
        .Where(name => name.StartsWith(word + ".", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

    /// <summary>All first words, for a message.</summary>
    public IEnumerable<string> Words => Values.Keys.Select(name => name.Split('.')[0]).Concat(Lists.Keys).Concat(Outer?.Words ?? [])
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>What placeholders mean inside one item of a list.</summary>
    public FieldScope Inside(FieldScope item) => item with { Outer = this };
}
