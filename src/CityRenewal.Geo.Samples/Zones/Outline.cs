using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>A zone on the map: its shell, anticlockwise, and its holes; rings do not repeat their first vertex.</summary>
internal sealed class Outline
{
    /// <summary>Which connected part of the label this is, from 0.</summary>
    public required int Label { get; init; }

    /// <summary>The first region of the zone.</summary>
    public required int FirstRegion { get; init; }

    /// <summary>Outer ring.</summary>
    public required List<Spot> Shell { get; init; }

    /// <summary>Holes.</summary>
    public List<List<Spot>> Holes { get; } = [];

    /// <summary>Writes the zone as one part of a feature.</summary>
    public void WriteTo(ShapeSink sink)
    {
        Write(Shell, isHole: false, sink);
        foreach (var hole in Holes)
        {
            Write(hole, isHole: true, sink);
        }
    }

    private static void Write(List<Spot> ring, bool isHole, ShapeSink sink)
    {
        foreach (var spot in ring)
        {
            sink.Add(spot);
        }

        sink.CloseRing(isHole);
    }
}
