using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Zones;

/// <summary>Finds where a ring of lines, each joined to the next, crosses itself within a few steps.</summary>
internal static class FrontCrossings
{
    private const int Steps = 12;

    /// <summary>The numbers of the lines at and between crossings, ascending.</summary>
    public static IReadOnlyCollection<int> Of(IReadOnlyList<(Spot From, Spot To)> lines)
    {
        // Corner 2k is where line k starts, corner 2k + 1 where it ends; side s runs from corner s to the next.
        var corners = 2 * lines.Count;
        var found = new SortedSet<int>();
        for (var a = 0; a < corners; a++)
        {
            for (var step = 2; step <= Math.Min(Steps, corners - 2); step++)
            {
                if (Spot.Cross(Corner(lines, a), Corner(lines, a + 1), Corner(lines, a + step), Corner(lines, a + step + 1)))
                {
                    for (var between = a; between <= a + step + 1; between++)
                    {
                        found.Add(between % corners / 2);
                    }
                }
            }
        }

        return found;
    }

    private static Spot Corner(IReadOnlyList<(Spot From, Spot To)> lines, int corner)
    {
        var line = lines[corner / 2 % lines.Count];
        return (corner & 1) == 0 ? line.From : line.To;
    }
}
