using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// All borders that enter an arrangement. Every coordinate has a place: its index among the coordinates of all layers,
/// one layer after the other. Closing vertices have places too, which stay unused.
/// </summary>
internal sealed class Linework
{
    private const int FeaturesPerChunk = 4096;

    public Linework(PolygonColumns land, bool[] skips, PolygonColumns study, PolygonColumns water)
    {
        Land = new LineworkLayer(land, LineworkRole.Land, 0, skips);
        var studyLayer = new LineworkLayer(study, LineworkRole.Study, land.X.Length, []);
        var waterLayer = new LineworkLayer(water, LineworkRole.Water, land.X.Length + study.X.Length, []);
        Layers = [Land, studyLayer, waterLayer];
        PlaceCount = waterLayer.FirstPlace + water.X.Length;
        Chunks = [.. Layers.SelectMany(ChunksOf)];
    }

    /// <summary>The layer whose polygons are partitioned.</summary>
    public LineworkLayer Land { get; }

    public IReadOnlyList<LineworkLayer> Layers { get; }

    /// <summary>Number of coordinates of all layers.</summary>
    public int PlaceCount { get; }

    /// <summary>Pieces of work of similar size, the same for any number of threads.</summary>
    public IReadOnlyList<LineworkChunk> Chunks { get; }

    private static IEnumerable<LineworkChunk> ChunksOf(LineworkLayer layer)
    {
        for (var first = 0; first < layer.Shapes.Count; first += FeaturesPerChunk)
        {
            yield return new LineworkChunk(layer, first, Math.Min(first + FeaturesPerChunk, layer.Shapes.Count));
        }
    }
}

/// <summary>Features First .. End-1 of a layer.</summary>
internal sealed record LineworkChunk(LineworkLayer Layer, int First, int End)
{
    /// <summary>The rings of the chunk's features that enter, as ranges of the layer's own vertices without the closing one.</summary>
    public LineworkRings Rings() => new(this);
}
