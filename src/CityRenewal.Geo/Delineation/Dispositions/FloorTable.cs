namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The knapsack of one area by dynamic programming: candidate by candidate, every way so far that no other beats with no more
/// room; of too many of them those that no other comes near to. Whole numbers throughout; of ways that are worth the same the
/// one that takes least room counts, then the one with the worse buildings.
/// </summary>
internal sealed class FloorTable(List<FloorCandidate> candidates, FloorAllowance allowed, FloorPrices prices)
{
    // Ways that only differ in room and worth beat each other in one line; where new floor area counts too, hardly any beats another.
    private const int MostWays = 10_000;
    private const int MostWaysWithNew = 4_000;

    private readonly int _mostWays = prices.Built > 0 && allowed.Capacity > 0 ? MostWaysWithNew : MostWays;

    private readonly List<(int Before, int Candidate)> _trail = [];
    private long _lost;

    /// <summary>The best choice, with a bound on all others.</summary>
    public FloorChosen Best()
    {
        var ways = new List<Way> { new(0, 0, 0, 0, -1) };
        for (var at = 0; at < candidates.Count; at++)
        {
            ways = Fewer(Worthwhile(Merged(ways, at), 0, 0));
        }

        var best = ways[0];
        foreach (var way in ways)
        {
            best = WorthOf(way) > WorthOf(best) ? way : best;
        }

        var worth = WorthOf(best);
        return new FloorChosen(BuildingsOf(best), worth, worth + _lost);
    }

    /// <summary>Where there are too many ways, those go that another nearly beats; what that may lose is counted.</summary>
    private List<Way> Fewer(List<Way> ways)
    {
        for (var slack = Math.Max(1, ways[^1].Worth / _mostWays); ways.Count > _mostWays; slack *= 2)
        {
            // Little less of both, so that in the end one way beats all.
            var allows = prices.Built == 0 ? long.MaxValue / 4 : (long)Int128.Min(long.MaxValue / 4, ((Int128)slack << PriceScale.Bits) / prices.Built);
            ways = Worthwhile(ways, slack, allows);
            _lost += slack + prices.WorthOfNew(allows) + 1;
        }

        return ways;
    }

    private long WorthOf(in Way way) => way.Worth + prices.WorthOfNew(way.Allows);

    private List<Way> Merged(List<Way> ways, int at)
    {
        var merged = new List<Way>(2 * ways.Count);
        var candidate = candidates[at];
        var (worth, points) = (prices.WorthOf(candidate.Area), candidates.Count - at);
        var next = 0;
        foreach (var way in ways)
        {
            if (way.Size + candidate.Size > allowed.Room)
            {
                break;
            }

            // Both lists are in the order of their sizes.
            _trail.Add((way.Trail, at));
            var larger = new Way(
                way.Size + candidate.Size, way.Worth + worth, Math.Min(allowed.Capacity, way.Allows + candidate.Allows), way.Points + points, _trail.Count - 1);
            for (; next < ways.Count && Comes(ways[next], larger); next++)
            {
                merged.Add(ways[next]);
            }

            merged.Add(larger);
        }

        merged.AddRange(ways[next..]);
        return merged;
    }

    private static bool Comes(in Way first, in Way second) =>
        first.Size != second.Size ? first.Size < second.Size
        : first.Worth != second.Worth ? first.Worth > second.Worth
        : first.Allows != second.Allows ? first.Allows > second.Allows
        : first.Points >= second.Points;

    /// <summary>Leaves out what another way beats that comes before: it takes no more room and gives no less, or little less.</summary>
    private static List<Way> Worthwhile(List<Way> ways, long slack, long allows)
    {
        var kept = new List<Way>(ways.Count);

        // The best so far, by worth: what is worth more allows less, so the first that is worth enough allows most.
        var corners = new List<Way>();
        foreach (var way in ways)
        {
            var enough = FirstWorth(corners, way.Worth - slack);
            if (enough < corners.Count && corners[enough].Allows >= way.Allows - allows)
            {
                continue;
            }

            kept.Add(way);
            var past = FirstWorth(corners, way.Worth + 1);
            var first = past;
            while (first > 0 && corners[first - 1].Allows <= way.Allows)
            {
                first--;
            }

            corners.RemoveRange(first, past - first);
            corners.Insert(first, way);
        }

        return kept;
    }

    /// <summary>The first corner that is worth at least so much.</summary>
    private static int FirstWorth(List<Way> corners, long worth)
    {
        var (low, high) = (0, corners.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = corners[middle].Worth < worth ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private List<int> BuildingsOf(in Way way)
    {
        var buildings = new List<int>();
        for (var trail = way.Trail; trail >= 0; trail = _trail[trail].Before)
        {
            buildings.Add(candidates[_trail[trail].Candidate].Building);
        }

        buildings.Sort();
        return buildings;
    }

    private readonly record struct Way(long Size, long Worth, long Allows, int Points, int Trail);
}
