using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Where the fields of a limits file stand, so that what is wrong with them in a city is told by line.</summary>
public sealed class LimitPlaces
{
    private readonly Dictionary<string, (int Line, int Column)> _places = new(StringComparer.Ordinal);

    internal LimitPlaces(YamlNode? top)
    {
        if (top is not null)
        {
            Note(top, "");
        }
    }

    /// <summary>Line and column of a field of the options, else of what it stands in; null where the file has nothing of it.</summary>
    public (int Line, int Column)? Of(string field)
    {
        var name = field.StartsWith("limits.", StringComparison.Ordinal) ? field["limits.".Length..] : field;
        name = name.StartsWith("must_link", StringComparison.Ordinal) ? name.Replace(".parcels", "", StringComparison.Ordinal) : name;
        name = name.Replace("_area_price", "_area_m2.price", StringComparison.Ordinal);
        while (name.Length > 0)
        {
            if (_places.TryGetValue(name, out var place))
            {
                return place;
            }

            name = name[..Math.Max(0, name.LastIndexOfAny(['.', '[']))];
        }

        return null;
    }

    private void Note(YamlNode node, string path)
    {
        if (path.Length > 0)
        {
            _places[path] = ((int)node.Start.Line, (int)node.Start.Column);
        }

        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children)
            {
                var name = (key as YamlScalarNode)?.Value ?? "";
                Note(value, path.Length > 0 ? $"{path}.{name}" : name);
            }
        }
        else if (node is YamlSequenceNode list)
        {
            for (var i = 0; i < list.Children.Count; i++)
            {
                Note(list.Children[i], $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]");
            }
        }
    }
}
