using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>Measures and changes of outlines that are given without their closing vertex, anticlockwise.</summary>
internal static class Outlines
{
    /// <summary>Area, m²; negative where the outline runs clockwise.</summary>
    public static double Area(List<Spot> outline)
    {
        var twice = 0.0;
        for (var k = 0; k < outline.Count; k++)
        {
            twice += (outline[k] - outline[0]).Cross(outline[(k + 1) % outline.Count] - outline[0]);
        }

        return twice / 2;
    }

    /// <summary>Area over the square of the length: 0.0625 for a square.</summary>
    public static double Compactness(List<Spot> outline)
    {
        var length = outline.Select((spot, k) => (outline[(k + 1) % outline.Count] - spot).Length).Sum();
        return Area(outline) / (length * length);
    }

    /// <summary>Mean of the vertices.</summary>
    public static Spot Middle(List<Spot> outline) =>
        new(outline.Average(spot => spot.X), outline.Average(spot => spot.Y));

    /// <summary>Every vertex moved.</summary>
    public static List<Spot> Moved(List<Spot> outline, Spot by) => [.. outline.Select(spot => spot + by)];

    /// <summary>Larger or smaller around the middle.</summary>
    public static List<Spot> Scaled(List<Spot> outline, double factor)
    {
        var middle = Middle(outline);
        return [.. outline.Select(spot => middle.Toward(spot, factor).Rounded)];
    }

    /// <summary>An upright square, clockwise as a hole runs.</summary>
    public static List<Spot> Hole(Spot middle, double half) =>
    [
        new(middle.X - half, middle.Y - half), new(middle.X - half, middle.Y + half),
        new(middle.X + half, middle.Y + half), new(middle.X + half, middle.Y - half),
    ];

    /// <summary>Whether a place lies inside.</summary>
    public static bool Contains(List<Spot> outline, Spot place)
    {
        var inside = false;
        for (int k = 0, before = outline.Count - 1; k < outline.Count; before = k++)
        {
            var (a, b) = (outline[before], outline[k]);
            if ((a.Y > place.Y) != (b.Y > place.Y) && place.X < a.X + ((b.X - a.X) * (place.Y - a.Y) / (b.Y - a.Y)))
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>Whether two sides cross inside both of them.</summary>
    public static bool CrossesItself(List<Spot> outline)
    {
        for (var a = 0; a < outline.Count; a++)
        {
            for (var b = a + 2; b < outline.Count; b++)
            {
                if (Spot.Cross(outline[a], outline[a + 1], outline[b], outline[(b + 1) % outline.Count]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The part on the left of a line through a place, cut straight; null where the outline is not cut in two there.</summary>
    public static List<Spot>? LeftOf(List<Spot> outline, Spot through, Spot along)
    {
        var part = new List<Spot>();
        var crossings = 0;
        for (var k = 0; k < outline.Count; k++)
        {
            var (from, to) = (outline[k], outline[(k + 1) % outline.Count]);
            var (here, there) = (along.Cross(from - through), along.Cross(to - through));
            if (here >= 0)
            {
                part.Add(from);
            }

            if ((here >= 0) != (there >= 0))
            {
                crossings++;
                part.Add(from.Toward(to, here / (here - there)).Rounded);
            }
        }

        return crossings == 2 && part.Count >= 3 ? part : null;
    }
}
