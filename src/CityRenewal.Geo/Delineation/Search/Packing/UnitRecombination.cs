namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Spends the work of a small unit on several runs, each with draws of its own, and on what has to be in; puts together what is best
/// of all areas seen, and anneals once more from that.
/// </summary>
internal sealed class UnitRecombination(SearchState state, UnitSearchOptions options)
{
    // Shares of the usual work: one long run, shorter ones with other draws, the areas around what has to be in, the last run.
    private const double Long = 0.4;
    private const double Short = 0.2;
    private const int ShortRuns = 2;
    private const double Last = 0.2;
    private const int PerNode = 8;

    private static readonly (double Heat, double Share)[] Cold = [(0.5, 0.5), (0.25, 0.5)];

    private readonly SeenAreas _seen = new(state.Pieces.Land);

    /// <summary>The areas seen that are worth keeping.</summary>
    public IReadOnlyList<SeenArea> Seen => SeenAreas.Worthwhile(_seen.Areas, state.Pieces.Land, PerNode);

    /// <summary>Works on the pieces; returns the proposals made.</summary>
    /// <param name="bound">What areas can be worth at most, m².</param>
    /// <param name="cancel">Ends the work at the next stretch.</param>
    public long Run(double bound, CancellationToken cancel)
    {
        var land = state.Pieces.Land;
        var start = Pieces();
        long done = 0;
        for (var run = 0; run <= ShortRuns && !IsOver(done, cancel); run++)
        {
            if (run > 0)
            {
                state.GoTo(start);
            }

            done += Improve(run == 0 ? Long : Short, run, options.Rounds, done, bound, cancel);
        }

        var locked = new LockedAreaSearch(land, _seen);
        if (locked.Nodes.Count > 0 && !IsOver(done, cancel))
        {
            var random = new SearchRandom(SearchRandom.Join(UnitSeed.Of(land, options.Restart), -1));
            done += locked.Run(options.StopAfter - 1 - done, ref random, cancel);
        }

        if (!IsOver(done, cancel))
        {
            state.Return();
            _seen.Look(state);
            state.GoTo(Packed());

            // Counted as work, so that a run which is ended right after it is repeated with it.
            done += land.ParcelCount;
            done += Improve(Last, ShortRuns + 1, Cold, done, bound, cancel);
            state.Return();
            _seen.Look(state);
        }

        return done;
    }

    private bool IsOver(long done, CancellationToken cancel) => done >= options.StopAfter - 1 || cancel.IsCancellationRequested;

    private long Improve(double share, int run, IReadOnlyList<(double Heat, double Share)>? rounds, long done, double bound, CancellationToken cancel) =>
        new UnitImprovement(
            state,
            options with
            {
                Restart = options.Restart + (1_000_000 * run), Rounds = rounds,
                WorkPerParcel = (int)(share * options.WorkPerParcel), StopAfter = options.StopAfter == long.MaxValue ? long.MaxValue : options.StopAfter - done,
            },
            _seen).Run(bound, cancel);

    private List<List<int>> Pieces() =>
        [.. Enumerable.Range(0, state.Pieces.Count).Select(state.Pieces.MembersOf).Where(members => members.Count > 0)];

    /// <summary>The best of all areas seen together, and what has to be in but is in none of them.</summary>
    private List<List<int>> Packed()
    {
        var land = state.Pieces.Land;
        List<SeenArea> areas = [.. Seen, .. options.Known];
        var packed = AreaPacking.Of(
            GlobalLimits.None, [.. areas.Select(area => new PackedArea(area.Nodes, area.Value, [], area.Nodes.Count(land.IsLockedIn), false))], []);
        var chosen = packed.Select(area => areas[area].Nodes.ToList()).ToList();
        var held = chosen.SelectMany(nodes => nodes).ToHashSet();

        // A piece of the best plan so far that breaks a limit was never seen as an area.
        foreach (var piece in Pieces().Where(members => members.Any(land.IsLockedIn) && !members.Exists(held.Contains)))
        {
            chosen.Add(piece);
            held.UnionWith(piece);
        }

        chosen.AddRange(Enumerable.Range(0, land.ParcelCount).Where(node => land.IsLockedIn(node) && !held.Contains(node)).Select(node => new List<int> { node }));
        return chosen;
    }
}
