using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Collects the zones of one layer with their attributes.</summary>
internal sealed class ZoneSheet(string layer, params string[] numberNames)
{
    private readonly ShapeSink _shapes = new();
    private readonly List<string> _ids = [];
    private readonly List<string> _kinds = [];
    private readonly List<string> _names = [];
    private readonly List<string> _parents = [];
    private readonly List<double[]> _numbers = [];

    /// <summary>Number of zones so far.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds a zone of one or several parts.</summary>
    public void Add(ZoneLabel label, IEnumerable<Outline> parts, params double[] numbers)
    {
        foreach (var part in parts)
        {
            part.WriteTo(_shapes);
        }

        _shapes.EndFeature();
        Describe(label, numbers);
    }

    /// <summary>Adds a zone of one ring.</summary>
    public void Add(ZoneLabel label, IEnumerable<Spot> ring, params double[] numbers)
    {
        _shapes.AddPolygon(ring);
        Describe(label, numbers);
    }

    /// <summary>The layer.</summary>
    public SourceLayer ToLayer() => new()
    {
        Name = layer,
        Epsg = Bend.Epsg,
        Origin = SampleCity.OriginOfLayers,
        Shapes = _shapes.ToShapes(),
        Columns =
        [
            new TextSource("zone_id", TextColumn.From(_ids)),
            new TextSource("kind", TextColumn.From(_kinds)),
            new TextSource("name", TextColumn.From(_names)),
            new TextSource("parent_id", TextColumn.From(_parents)),
            .. numberNames.Select((name, n) => new RealSource(name, [.. _numbers.Select(numbers => numbers[n])])),
        ],
    };

    private void Describe(ZoneLabel label, double[] numbers)
    {
        _ids.Add(label.Id);
        _kinds.Add(label.Kind);
        _names.Add(label.Name);
        _parents.Add(label.Parent);
        _numbers.Add(numbers);
    }
}
