using CityRenewal.Geo.Stores;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Service.Operating.Settings;

/// <summary>Reads a file of settings: YAML, of which JSON is a part.</summary>
internal static class SettingsFile
{
    private const int MostBytes = 1 << 20;

    /// <summary>What a file sets, by full names.</summary>
    /// <exception cref="StoreException">It cannot be read, or is no such file.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Read(string path)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                throw new StoreException(path, "The file is larger than any settings are.", "Name the file of settings.");
            }

            var yaml = new YamlStream();
            using var text = new StreamReader(path);
            yaml.Load(text);
            if (yaml.Documents.Count > 0)
            {
                Collect(yaml.Documents[0].RootNode, "", values);
            }

            return values;
        }
        catch (YamlException fault)
        {
            throw new StoreException(path, $"Line {fault.Start.Line}: {fault.Message.TrimEnd('.')}.", "Correct it: the file is YAML or JSON.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "The settings cannot be read.", "Check the path and the rights on it.", fault);
        }
    }

    private static void Collect(YamlNode node, string name, Dictionary<string, IReadOnlyList<string>> values)
    {
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    Collect(value, name.Length == 0 ? $"{key}" : $"{name}.{key}", values);
                }

                break;
            case YamlSequenceNode list:
                values[name] = [.. list.Children.Select(child => (child as YamlScalarNode)?.Value ?? "")];
                break;
            case YamlScalarNode { Value: { Length: > 0 } value }:
                values[name] = [value];
                break;
            default:
                break;
        }
    }
}
