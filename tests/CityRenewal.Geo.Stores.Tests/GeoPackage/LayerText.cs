using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Tests.GeoPackage;

/// <summary>A layer as sorted lines, so that two layers can be compared whatever the order of their rows and columns.</summary>
internal static class LayerText
{
    internal static string Of(SourceLayer layer)
    {
        var lines = Enumerable.Range(0, layer.Shapes.Count).Select(i => Row(layer, i)).Order(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    private static string Row(SourceLayer layer, int i)
    {
        var text = new StringBuilder();
        foreach (var column in layer.Columns.OrderBy(column => column.Name, StringComparer.Ordinal))
        {
            var value = column switch
            {
                TextSource words => words.Values[i],
                IntegerSource whole => whole.Values[i] == Unknown.Integer ? "" : whole.Values[i].ToString(CultureInfo.InvariantCulture),
                RealSource real => double.IsNaN(real.Values[i]) ? "" : real.Values[i].ToString("R", CultureInfo.InvariantCulture),
                _ => throw new InvalidOperationException(column.Name),
            };
            text.Append(value.Length > 0 ? $"{column.Name}={value}|" : "");
        }

        for (var ring = layer.Shapes.FeatureStart[i]; ring < layer.Shapes.FeatureStart[i + 1]; ring++)
        {
            text.Append(layer.Shapes.IsHole.Length > 0 && layer.Shapes.IsHole[ring] ? "hole" : "part");
            for (var vertex = layer.Shapes.RingStart[ring]; vertex < layer.Shapes.RingStart[ring + 1]; vertex++)
            {
                text.Append(CultureInfo.InvariantCulture, $" {layer.Shapes.X[vertex]:R},{layer.Shapes.Y[vertex]:R}");
            }
        }

        return text.ToString();
    }
}
