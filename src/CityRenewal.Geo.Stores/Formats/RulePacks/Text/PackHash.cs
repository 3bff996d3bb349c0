using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Hash of what a pack and all it extends say: comments, spaces, quotes, the order of fields and the way a number is written
/// (0.2, 0.20) do not count; the order of entries in a list does.
/// </summary>
internal static class PackHash
{
    /// <summary>SHA-256 of the packs in their order, small hexadecimal letters.</summary>
    public static string Of(IEnumerable<YamlNode> tops)
    {
        var text = new StringBuilder();
        foreach (var top in tops)
        {
            Write(top, text);
            text.Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Write(YamlNode node, StringBuilder text)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                text.Append('{');
                foreach (var (key, value) in mapping.Children.OrderBy(entry => Scalar(entry.Key), StringComparer.Ordinal))
                {
                    text.Append(Scalar(key)).Append(':');
                    Write(value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case YamlSequenceNode list:
                text.Append('[');
                foreach (var item in list)
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(Scalar(node));
                break;
        }
    }

    private static string Scalar(YamlNode node)
    {
        var text = (node as YamlScalarNode)?.Value?.Trim() ?? "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number.ToString("R", CultureInfo.InvariantCulture);
        }

        return text is "" or "~" or "null"
            ? "null"
            : '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';
    }
}
