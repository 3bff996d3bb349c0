using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>A zone on the map: its shell, anticlockwise, and its holes; rings do not repeat their first vertex.</summary>
internal sealed class Outline
{
    /// <summary>The label of its regions.</summary>
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

    /// <summary>Whether a place lies inside the shell.</summary>
    public bool Contains(Spot place)
    {
        var inside = false;
        for (var k = 0; k < Shell.Count; k++)
        {
            var (a, b) = (Shell[k] - place, Shell[k + 1 < Shell.Count ? k + 1 : 0] - place);
            inside ^= (a.Y > 0) != (b.Y > 0) && (a.Cross(b) > 0) == (b.Y > a.Y);
        }

        return inside;
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
