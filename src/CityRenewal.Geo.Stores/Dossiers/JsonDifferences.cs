using System.Text.Json;

namespace CityRenewal.Geo.Stores.Dossiers;

/// <summary>What differs between two documents, in the order of the first: list items are the same that have the same name, area and rule.</summary>
public static class JsonDifferences
{
    private const int LongestText = 120;

    /// <summary>The differences between a file of a dossier and the same file as it is computed now.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="was">As the dossier has it.</param>
    /// <param name="found">As it is now.</param>
    /// <param name="leftAside">Names of members that are not looked at.</param>
    public static IEnumerable<DossierDifference> Of(string file, byte[] was, byte[] found, IReadOnlySet<string> leftAside)
    {
        using JsonDocument one = JsonDocument.Parse(was), other = JsonDocument.Parse(found);
        return [.. Of(new Walk(file, leftAside), one.RootElement, other.RootElement)];
    }

    private static IEnumerable<DossierDifference> Of(Walk walk, JsonElement was, JsonElement found) => (was.ValueKind, found.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => OfMembers(walk.Inside(was), was, found),
        (JsonValueKind.Array, JsonValueKind.Array) => OfItems(walk, was, found),
        _ => was.GetRawText() == found.GetRawText() ? [] : [walk.Difference(Short(was), Short(found))],
    };

    private static IEnumerable<DossierDifference> OfMembers(Walk walk, JsonElement was, JsonElement found)
    {
        foreach (var member in was.EnumerateObject().Where(member => !walk.LeftAside.Contains(member.Name)))
        {
            var inside = walk.At(member.Name);
            foreach (var difference in found.TryGetProperty(member.Name, out var other) ? Of(inside, member.Value, other) : [inside.Difference(Short(member.Value), "")])
            {
                yield return difference;
            }
        }

        foreach (var member in found.EnumerateObject().Where(member => !walk.LeftAside.Contains(member.Name) && !was.TryGetProperty(member.Name, out _)))
        {
            yield return walk.At(member.Name).Difference("", Short(member.Value));
        }
    }

    private static IEnumerable<DossierDifference> OfItems(Walk walk, JsonElement was, JsonElement found)
    {
        var (old, now) = (Named(was), Named(found));
        foreach (var (name, item) in old)
        {
            foreach (var difference in now.TryGetValue(name, out var other) ? Of(walk.Item(name), item, other) : [walk.Inside(item).Item(name).Difference(Short(item), "")])
            {
                yield return difference;
            }
        }

        foreach (var (name, item) in now.Where(item => !old.ContainsKey(item.Key)))
        {
            yield return walk.Inside(item).Item(name).Difference("", Short(item));
        }
    }

    // By name where names tell the items apart, else by place.
    private static Dictionary<string, JsonElement> Named(JsonElement list)
    {
        var named = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var number = 0;
        foreach (var item in list.EnumerateArray())
        {
            var name = item.ValueKind == JsonValueKind.Object ? NameOf(item) : "";
            named[name.Length > 0 && !named.ContainsKey(name) ? name : $"{name}#{number}"] = item;
            number++;
        }

        return named;
    }

    private static string NameOf(JsonElement item) => string.Join(' ', Keys
        .Select(key => item.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null)
        .OfType<string>());

    private static readonly string[] Keys = ["id", "area", "project", "rule", "name", "code", "layer", "building", "parcel"];

    private static string Short(JsonElement value) => value.GetRawText() is var text && text.Length <= LongestText ? text : text[..LongestText] + "…";

    private readonly record struct Walk(string File, IReadOnlySet<string> LeftAside, string Path = "", string Area = "", string Rule = "")
    {
        public Walk At(string member) => this with { Path = Path.Length == 0 ? member : $"{Path}.{member}" };

        public Walk Item(string name) => this with { Path = $"{Path}[{name}]" };

        public Walk Inside(JsonElement item) => item.ValueKind != JsonValueKind.Object ? this : this with
        {
            Area = TextOf(item, "area") is { Length: > 0 } area ? area : Area.Length == 0 && Path.EndsWith(']') ? TextOf(item, "id") : Area,
            Rule = TextOf(item, "rule") is { Length: > 0 } rule ? rule : Rule,
        };

        public DossierDifference Difference(string was, string found) => new(File, Path, was, found) { Area = Area, Rule = Rule };

        private static string TextOf(JsonElement item, string name) =>
            item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }
}
