namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Chooses which candidates of one area go so that they are worth most with the new floor area that they allow, within the room
/// for elective demolition: by dynamic programming where there are fewer than a hundred, else in their order; what could be better is told.
/// </summary>
/// <remarks>
/// Where somebody goes and nobody knows what may be built there, the new floor area of the whole area is unknown and worth nothing.
/// So the best is looked for twice: with all candidates and no worth of new floor area, and with those alone that hide nothing.
/// </remarks>
internal static class FloorChoice
{
    /// <summary>From so many candidates on they are taken in their order.</summary>
    public const int MostExact = 100;

    /// <summary>The best choice.</summary>
    /// <param name="candidates">The candidates of the area.</param>
    /// <param name="allowed">What the area allows.</param>
    /// <param name="prices">What floor area is worth.</param>
    /// <param name="mostExact">From so many candidates on they are taken in their order.</param>
    public static FloorChosen Of(
        IReadOnlyList<FloorCandidate> candidates, FloorAllowance allowed, FloorPrices prices, int mostExact = MostExact)
    {
        if (candidates.Count == 0)
        {
            return FloorChosen.Nothing;
        }

        var without = Best(candidates, allowed with { Capacity = 0 }, prices, mostExact);
        if (prices.Built == 0 || allowed.Capacity == 0 || allowed.HidesNew)
        {
            return without;
        }

        var open = candidates.Where(candidate => !candidate.HidesNew).ToList();
        var with = Best(open, allowed, prices, mostExact);
        var bound = Math.Max(without.Bound, with.Bound);
        return (with.Worth >= without.Worth ? with : without) with { Bound = bound };
    }

    /// <summary>What no choice is worth more than: candidates in parts, those that give most for their room first.</summary>
    public static long BoundOf(IReadOnlyList<FloorCandidate> candidates, FloorAllowance allowed, FloorPrices prices)
    {
        var goes = InParts(candidates, allowed.Room, candidate => prices.WorthOf(candidate.Area) + 1);
        var both = InParts(candidates, allowed.Room, candidate => prices.WorthOf(candidate.Area) + prices.WorthOfNew(candidate.Allows) + 2);
        return Math.Min(goes + prices.WorthOfNew(allowed.Capacity) + 1, both);
    }

    private static FloorChosen Best(
        IReadOnlyList<FloorCandidate> candidates, FloorAllowance allowed, FloorPrices prices, int mostExact)
    {
        List<FloorCandidate> fitting = [.. candidates.Where(candidate => candidate.Size <= allowed.Room).OrderBy(candidate => candidate.Rank)];
        var found = fitting.Count < mostExact ? new FloorTable(fitting, allowed, prices).Best() : InOrder(fitting, allowed, prices);
        return found.Bound == found.Worth ? found : found with
        {
            Bound = Math.Max(found.Worth, Math.Min(found.Bound, BoundOf(fitting, allowed, prices))),
        };
    }

    // What gives most for its room goes first; where floor areas are known exactly all give the same, and the worst go first.
    private static double Density(in FloorCandidate candidate, FloorPrices prices) => Math.Round(
        1e6 * (prices.WorthOf(candidate.Area) + (double)prices.WorthOfNew(candidate.Allows)) / Math.Max(1, candidate.Size));

    private static FloorChosen InOrder(List<FloorCandidate> candidates, FloorAllowance allowed, FloorPrices prices)
    {
        var chosen = new List<int>();
        long room = allowed.Room, worth = 0, allows = 0;
        foreach (var candidate in candidates.OrderByDescending(candidate => Density(candidate, prices)).ThenBy(candidate => candidate.Rank))
        {
            // Keep comes before demolish: what adds nothing stays.
            var more = prices.WorthOf(candidate.Area)
                + prices.WorthOfNew(Math.Min(allowed.Capacity, allows + candidate.Allows)) - prices.WorthOfNew(Math.Min(allowed.Capacity, allows));
            if (candidate.Size <= room && more > 0)
            {
                (room, allows, worth) = (room - candidate.Size, allows + candidate.Allows, worth + more);
                chosen.Add(candidate.Building);
            }
        }

        chosen.Sort();
        return new FloorChosen(chosen, worth, long.MaxValue);
    }

    private static long InParts(IReadOnlyList<FloorCandidate> candidates, long room, Func<FloorCandidate, long> worth)
    {
        long sum = 0;
        foreach (var candidate in candidates.OrderByDescending(candidate => (double)worth(candidate) / Math.Max(1, candidate.Size)))
        {
            if (candidate.Size <= room)
            {
                (sum, room) = (sum + worth(candidate), room - candidate.Size);
                continue;
            }

            return sum + (long)Math.Ceiling((double)worth(candidate) * room / candidate.Size * (1 + 1e-12)) + 1;
        }

        return sum;
    }
}
