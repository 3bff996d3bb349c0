using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats.Systems;

/// <summary>A town of 400 uneven parcels at 106.4° E, 29.5° N, written as GeoJSON in any numbers and under any crs.</summary>
internal static class Town
{
    /// <summary>East and north of its southwest corner in EPSG:4544.</summary>
    public static readonly (double East, double North) Corner = (636_000, 3_265_000);

    /// <summary>Corners of its parcels in EPSG:4544, ring by ring.</summary>
    public static IReadOnlyList<(double East, double North)[]> Rings { get; } =
        [.. from row in Enumerable.Range(0, 20) from column in Enumerable.Range(0, 20) select Ring(column, row)];

    /// <summary>The rings as PROJ has them in another system, east first.</summary>
    public static IReadOnlyList<(double East, double North)[]> In(string system)
    {
        var points = Rings.SelectMany(ring => ring).ToArray();
        const string script = """
            import sys
            from pyproj import Transformer
            t = Transformer.from_crs('EPSG:4544', sys.argv[1], always_xy=True)
            for line in open(sys.argv[2]):
                x, y = t.transform(*map(float, line.split())); print(repr(x), repr(y))
            """;
        using var folder = new TemporaryFolder();
        File.WriteAllLines(folder["points"], points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.East} {point.North}")));
        var moved = TemporaryFolder.Run("/usr/bin/python3", "-c", script, system, folder["points"]).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Select(parts => (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture)))
            .ToArray();
        return [.. moved.Chunk(Rings[0].Length)];
    }

    /// <summary>Writes a collection; the crs member is left out where it is empty.</summary>
    public static string Write(string path, IReadOnlyList<(double East, double North)[]> rings, string crs = "")
    {
        var json = new StringBuilder("{\"type\":\"FeatureCollection\",");
        json.Append(crs.Length == 0 ? "" : $"\"crs\":{{\"type\":\"name\",\"properties\":{{\"name\":\"{crs}\"}}}},").Append("\"features\":[");
        for (var i = 0; i < rings.Count; i++)
        {
            json.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{{\"type\":\"Feature\",\"properties\":{{\"id\":\"p{i}\"}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[");
            json.AppendJoin(",", rings[i].Select(point => string.Create(CultureInfo.InvariantCulture, $"[{point.East:R},{point.North:R}]")));
            json.Append("]]}}");
        }

        File.WriteAllText(path, json.Append("]}").ToString());
        return path;
    }

    /// <summary>The same numbers, north first.</summary>
    public static IReadOnlyList<(double East, double North)[]> NorthFirst(IReadOnlyList<(double East, double North)[]> rings) =>
        [.. rings.Select(ring => ring.Select(point => (point.North, point.East)).ToArray())];

    /// <summary>Imports files and returns the layer of that name.</summary>
    public static SourceLayer Layer(ImportRequest request, string name) => LayerImport.Read(request).Layers.Single(layer => layer.Name == name);

    /// <summary>How far the first vertices of two layers are apart at most, metres.</summary>
    public static double Apart(SourceLayer layer, IReadOnlyList<(double East, double North)[]> degrees)
    {
        double[] longitude = new double[layer.Shapes.X.Length], latitude = new double[longitude.Length];
        LonLat.From(layer.Epsg).Of(layer.Shapes.X, layer.Shapes.Y, longitude, latitude);
        var expected = degrees.SelectMany(ring => ring).ToArray();
        return Enumerable.Range(0, expected.Length).Max(i => 111_000 * Math.Max(Math.Abs(longitude[i] - expected[i].East), Math.Abs(latitude[i] - expected[i].North)));
    }

    private static (double East, double North)[] Ring(int column, int row)
    {
        double x = Corner.East + (column * 47) + (column / 4 * 15) + (row * row % 7), y = Corner.North + (row * 39) + (row / 5 * 18) + (column * column % 5);
        return [(x, y), (x + 40, y), (x + 40, y + 32), (x, y + 32), (x, y)];
    }
}
