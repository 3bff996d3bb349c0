using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Contiguity;

namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Which parcels go so that no contiguous block of demolition is too large: one after the other the one that takes most of what
/// is too much for its land, as it holds much of it or holds blocks together. Floor area that nobody knows is too much.
/// </summary>
internal sealed class BlockCut(ContiguityGraph graph, RepairLand land)
{
    private const double Unknown = 1e9;

    // Each trial looks at the whole area again; blocks that need more are left to the other moves.
    private const int MostTrials = 400;

    /// <summary>The parcels, ascending; those of which nothing can be spared stay.</summary>
    public int[] Of(AreaUnderReview seen, double limit)
    {
        var floors = FloorsOf(seen);
        var (goes, trials) = (new SortedSet<int>(), 0);
        for (var excess = Excess(floors, limit, Blocks(floors)); excess > 0;)
        {
            var (best, left, gain) = (Array.Empty<int>(), excess, 0.0);
            foreach (var parcel in TooLarge(floors, limit))
            {
                int[] together = land.Together(parcel);
                if (trials++ >= MostTrials || !Array.TrueForAll(together, land.MayGo))
                {
                    continue;
                }

                var rest = Without(floors, together);
                var after = Excess(rest, limit, Blocks(rest));
                var perLand = (excess - after) / (1 + together.Sum(land.LandOf));
                if (perLand > gain)
                {
                    (best, left, gain) = (together, after, perLand);
                }
            }

            if (best.Length == 0)
            {
                break;
            }

            goes.UnionWith(best);
            floors = Without(floors, best);
            excess = left;
        }

        return [.. goes];
    }

    // What goes on each parcel, m².
    private static Dictionary<int, double> FloorsOf(AreaUnderReview seen)
    {
        var floors = new Dictionary<int, double>();
        foreach (var building in seen.Stock.Buildings)
        {
            var home = seen.Stock.Facts.BuildingShares.MainParcel[building.Row];
            if (building.Staying < 1 && home >= 0)
            {
                var floor = building.FloorArea.High * (building.Elective + building.Exempt);
                floors[home] = floors.GetValueOrDefault(home) + (double.IsFinite(floor) ? floor : Unknown);
            }
        }

        return floors;
    }

    private static Dictionary<int, double> Without(Dictionary<int, double> floors, int[] parcels)
    {
        var rest = new Dictionary<int, double>(floors);
        foreach (var parcel in parcels)
        {
            rest.Remove(parcel);
        }

        return rest;
    }

    private static double Excess(Dictionary<int, double> floors, double limit, List<List<int>> blocks) =>
        blocks.Sum(block => Math.Max(0, block.Sum(parcel => floors[parcel]) - limit));

    private IEnumerable<int> TooLarge(Dictionary<int, double> floors, double limit) =>
        Blocks(floors).Where(block => block.Sum(parcel => floors[parcel]) > limit).SelectMany(block => block).Order();

    private List<List<int>> Blocks(Dictionary<int, double> floors)
    {
        var blocks = new List<List<int>>();
        var seen = new HashSet<int>();
        foreach (var start in floors.Keys.Order())
        {
            if (!seen.Add(start))
            {
                continue;
            }

            var block = new List<int> { start };
            for (var at = 0; at < block.Count; at++)
            {
                for (var i = graph.NeighbourStart[block[at]]; i < graph.NeighbourStart[block[at] + 1]; i++)
                {
                    if (graph.IsOpen(graph.NeighbourPairs[i]) && floors.ContainsKey(graph.Neighbours[i]) && seen.Add(graph.Neighbours[i]))
                    {
                        block.Add(graph.Neighbours[i]);
                    }
                }
            }

            blocks.Add(block);
        }

        return blocks;
    }
}
