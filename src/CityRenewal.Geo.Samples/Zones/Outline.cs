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

    /// <summary>Whether another shell lies inside this one without meeting it.</summary>
    public bool Encloses(Outline other)
    {
        for (var a = 0; a < Shell.Count; a++)
        {
            for (var b = 0; b < other.Shell.Count; b++)
            {
                var (from, to) = (Shell[a], Shell[a + 1 < Shell.Count ? a + 1 : 0]);
                var (start, end) = (other.Shell[b], other.Shell[b + 1 < other.Shell.Count ? b + 1 : 0]);
                if (from == start || Spot.Cross(from, to, start, end))
                {
                    return false;
                }
            }
        }

        return Contains(other.Shell[0]);
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
