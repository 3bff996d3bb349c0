using System.Globalization;
using CityRenewal.Geo.Cli.Terminal;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Cli.Commands;

/// <summary>Reads `--crs 4544`, `--crs local` and `--crs roads.shp=4545`.</summary>
internal static class GivenSystems
{
    public static IReadOnlyList<GivenReferenceSystem> From(IReadOnlyList<string> texts) => [.. texts.Select(Of)];

    private static GivenReferenceSystem Of(string text)
    {
        var split = text.LastIndexOf('=');
        var code = text[(split + 1)..].Replace("EPSG:", "", StringComparison.OrdinalIgnoreCase);
        if (string.Equals(code, "local", StringComparison.OrdinalIgnoreCase))
        {
            return new GivenReferenceSystem(ReferenceSystems.Local, split < 0 ? null : text[..split]);
        }

        return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var epsg)
            ? new GivenReferenceSystem(epsg, split < 0 ? null : text[..split])
            : throw new InputException($"--crs {text}: '{code}' is no EPSG code; write --crs 4544 or --crs FILE=4544, or local (0) for a local metric system");
    }
}
