namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Spends the work of a unit: anneals from where the search starts; where no area is found although one might be, grows
/// areas from the parcels that give most, whatever they cost on the way, and anneals each.
/// </summary>
internal sealed class UnitImprovement(SearchState state, UnitSearchOptions options, SeenAreas? seen = null)
{
    private const int MostGrowths = 8;
    private const int MostParcelsToHeat = 1_500;

    // Heat rebuilds a small unit and wears down a large one, where one part never is at its best when the others are.
    private static readonly (double Heat, double Share)[] Small = [(3, 0.25), (1, 0.25), (2, 0.25), (0.5, 0.25)];
    private static readonly (double Heat, double Share)[] Large = [(0.5, 0.6), (0.3, 0.4)];

    // So few proposals a parcel rebuild nothing: what the search starts from is only put right.
    private const int FewProposals = 50;
    private static readonly (double Heat, double Share)[] Short = [(0.3, 1)];

    private readonly Annealing _annealing = new(state) { Seen = seen };
    private SearchRandom _random = new(UnitSeed.Of(state.Pieces.Land, options.Restart));

    /// <summary>Works on the pieces; returns the proposals made.</summary>
    /// <param name="bound">What areas can be worth at most, m².</param>
    /// <param name="cancel">Ends the work at the next stretch.</param>
    public long Run(double bound, CancellationToken cancel)
    {
        var budget = (long)options.WorkPerParcel * Live(state.Pieces.Land);
        var done = Anneal(budget, cancel);
        if (bound <= 0 || state.Best > 0 || state.BestBroken > 0)
        {
            return done;
        }

        foreach (var seed in Seeds())
        {
            if (cancel.IsCancellationRequested || done >= options.StopAfter - 1)
            {
                break;
            }

            done += _annealing.Growth.From(seed, ref _random, double.PositiveInfinity, out var stays);
            done += stays ? _annealing.Run(1, budget / MostGrowths, options.StopAfter - 1 - done, ref _random, cancel) : 0;
        }

        return done;
    }

    /// <summary>Cools down several times, each time from the best so far.</summary>
    private long Anneal(long budget, CancellationToken cancel)
    {
        long done = 0;
        var rounds = options.Rounds ?? RoundsOf(state.Pieces.Land);
        foreach (var (heat, share) in rounds)
        {
            if (done > 0 && done < options.StopAfter - 1 && !cancel.IsCancellationRequested)
            {
                state.Return();
                seen?.Look(state);
            }

            done += _annealing.Run(heat, (long)(share * budget), options.StopAfter - 1 - done, ref _random, cancel);
        }

        return done;
    }

    private (double Heat, double Share)[] RoundsOf(UnitLand land) =>
        options.WorkPerParcel <= FewProposals ? Short : land.ParcelCount <= MostParcelsToHeat ? Small : Large;

    /// <summary>Parcels that can be moved at all: land that leads nowhere takes no work.</summary>
    private static int Live(UnitLand land)
    {
        var live = 0;
        for (var node = 0; node < land.ParcelCount; node++)
        {
            live += land.LinksOf(node).Length > 0 ? 1 : 0;
        }

        return live;
    }

    /// <summary>The free parcels that give most per m².</summary>
    private IEnumerable<int> Seeds()
    {
        var land = state.Pieces.Land;
        return Enumerable.Range(0, land.ParcelCount)
            .Where(node => land.Benefits.Span[node] > 0 && !state.IsFixedNode(node))
            .OrderByDescending(node => (double)land.Benefits.Span[node] / Math.Max(1, land.TwiceArea(node)))
            .ThenBy(node => node)
            .Take(MostGrowths)
            .ToList();
    }
}
