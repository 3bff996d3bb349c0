using CityRenewal.Geo.Service.Tests.Tiles.Spec;
using NetTopologySuite.Geometries;

namespace CityRenewal.Geo.Service.Tests.Tiles;

/// <summary>Reads tiles by the official message definition, and tells everything that breaks version 2.1 of the specification.</summary>
internal static class ReadTile
{
    private const int Low = -64;
    private const int High = 4160;

    private static readonly GeometryFactory Factory = new();

    public static IReadOnlyList<ReadFeature> Features(byte[] bytes) =>
        [.. Tile.Parser.ParseFrom(bytes).Layers.SelectMany(layer => layer.Features.Select(feature => Feature(layer, feature)))];

    public static IEnumerable<ReadFeature> Features(byte[] bytes, string layer) => Features(bytes).Where(feature => feature.Layer == layer);

    /// <summary>What breaks the specification, or makes a shape that is not valid.</summary>
    public static IReadOnlyList<string> Faults(byte[] bytes)
    {
        var faults = new List<string>();
        var tile = Tile.Parser.ParseFrom(bytes);
        if (tile.Layers.Select(layer => layer.Name).Distinct().Count() != tile.Layers.Count)
        {
            faults.Add("layer names repeat");
        }

        foreach (var layer in tile.Layers)
        {
            Look(layer, said => faults.Add($"{layer.Name}: {said}"));
        }

        return faults;
    }

    private static void Look(Tile.Types.Layer layer, Action<string> say)
    {
        Say(layer.Version == 2, "version is not 2");
        Say(layer.Extent == 4096, "extent is not 4096");
        Say(layer.Features.Count > 0, "a layer without features");
        Say(layer.Keys.Distinct().Count() == layer.Keys.Count, "keys repeat");
        Say(layer.Values.Distinct().Count() == layer.Values.Count, "values repeat");
        foreach (var feature in layer.Features)
        {
            Say(feature.Tags.Count % 2 == 0, "tags are not pairs");
            Say(feature.Tags.Where((_, i) => i % 2 == 0).Distinct().Count() == feature.Tags.Count / 2, "a feature has a key twice");
            Say(feature.Tags.Where((tag, i) => tag >= (i % 2 == 0 ? layer.Keys.Count : layer.Values.Count)).Any() == false, "a tag points at nothing");
            Say(feature.Id < 1UL << 53, "an id that a script cannot read");
            var shape = ShapeOf(feature, say);
            Say(shape.IsValid, $"{feature.Id} is not valid: {shape.AsText()[..Math.Min(300, shape.AsText().Length)]}");
            var box = shape.EnvelopeInternal;
            Say(box.MinX >= Low && box.MinY >= Low && box.MaxX <= High && box.MaxY <= High, $"{feature.Id} leaves the frame: {box}");
        }

        void Say(bool isRight, string said)
        {
            if (!isRight)
            {
                say(said);
            }
        }
    }

    private static ReadFeature Feature(Tile.Types.Layer layer, Tile.Types.Feature feature)
    {
        var attributes = new Dictionary<string, object>();
        for (var i = 0; i < feature.Tags.Count; i += 2)
        {
            var value = layer.Values[(int)feature.Tags[i + 1]];
            attributes[layer.Keys[(int)feature.Tags[i]]] =
                value.HasStringValue ? value.StringValue : value.HasDoubleValue ? value.DoubleValue : (object)value.IntValue;
        }

        return new ReadFeature(layer.Name, (long)feature.Id, attributes, ShapeOf(feature, said => throw new InvalidDataException(said)));
    }

    private static Geometry ShapeOf(Tile.Types.Feature feature, Action<string> say)
    {
        var paths = PathsOf(feature.Geometry, say);
        switch (feature.Type)
        {
            case Tile.Types.GeomType.Point:
                return Factory.CreatePoint(paths.Single().Single());
            case Tile.Types.GeomType.Linestring:
                return Factory.CreateMultiLineString([.. paths.Select(path => Factory.CreateLineString([.. path]))]);
            default:
                return PolygonOf(paths, say);
        }
    }

    // A ring whose area is above zero, with y to the south, begins a polygon; those below are its holes.
    private static Geometry PolygonOf(List<List<Coordinate>> rings, Action<string> say)
    {
        var polygons = new List<(List<Coordinate> Shell, List<List<Coordinate>> Holes)>();
        foreach (var ring in rings)
        {
            var area = NetTopologySuite.Algorithm.Area.OfRingSigned([.. ring]) * -1;
            if (area == 0 || (area < 0 && polygons.Count == 0))
            {
                say(area == 0 ? "a ring without area" : "the first ring is a hole");
            }
            else if (area > 0)
            {
                polygons.Add((ring, []));
            }
            else
            {
                polygons[^1].Holes.Add(ring);
            }
        }

        return Factory.CreateMultiPolygon([.. polygons.Select(polygon => Factory.CreatePolygon(
            Factory.CreateLinearRing([.. polygon.Shell]),
            [.. polygon.Holes.Select(hole => Factory.CreateLinearRing([.. hole]))]))]);
    }

    private static List<List<Coordinate>> PathsOf(IReadOnlyList<uint> commands, Action<string> say)
    {
        var paths = new List<List<Coordinate>>();
        int x = 0, y = 0;
        for (var i = 0; i < commands.Count;)
        {
            uint command = commands[i] & 7, count = commands[i++] >> 3;
            if (command == 7)
            {
                paths[^1].Add(paths[^1][0].Copy());
                continue;
            }

            if (command is not (1 or 2) || count == 0 || (command == 1 && count != 1))
            {
                say($"command {command} times {count}");
            }

            for (; count > 0; count--)
            {
                (int dx, int dy) = (Unzigzag(commands[i]), Unzigzag(commands[i + 1]));
                if (command == 2 && dx == 0 && dy == 0)
                {
                    say("a step of no length");
                }

                (x, y, i) = (x + dx, y + dy, i + 2);
                if (command == 1)
                {
                    paths.Add([]);
                }

                paths[^1].Add(new Coordinate(x, y));
            }
        }

        return paths;
    }

    private static int Unzigzag(uint number) => (int)(number >> 1) ^ -(int)(number & 1);
}
