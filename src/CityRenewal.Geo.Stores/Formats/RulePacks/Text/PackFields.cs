namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The fields of one part of a pack.</summary>
internal sealed class PackFields(IReadOnlyDictionary<string, PackNode> fields)
{
    /// <summary>What stands in a field; null where it is not there.</summary>
    public PackNode? this[string name] => fields.GetValueOrDefault(name);

    /// <summary>The text of a field; empty where it is not there.</summary>
    public string Text(string name) => this[name]?.Text() ?? "";

    /// <summary>The fields among some names that are there.</summary>
    public IReadOnlyList<string> Among(IEnumerable<string> names) => [.. names.Where(fields.ContainsKey)];
}
