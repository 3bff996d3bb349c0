namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Seeks a good change where there are too many to try: several states are followed side by side, those nearest to the goal
/// and those that came nearer for the least land; what was found is then made smaller.
/// </summary>
internal sealed class GoodChange(TrialDesk desk, RepairLand land, RepairMoves moves, RepairEffort effort)
{
    private readonly HashSet<int[]> _followed = new(SameRows.Instance);

    private TrialArea? _best;

    /// <summary>The best change that was found from a start; null where none was.</summary>
    public TrialArea? From(int[] start, CancellationToken cancel)
    {
        var states = new List<State> { StateOf(start) };
        for (var depth = 0; depth < effort.Depth && states.Count > 0 && desk.Work < effort.ToFind; depth++)
        {
            cancel.ThrowIfCancellationRequested();
            states = Chosen([.. states.SelectMany(Next)]);
        }

        return _best is null ? null : Smaller(_best, cancel);
    }

    private IEnumerable<State> Next(State state)
    {
        foreach (var parcels in moves.From(state.Parcels, effort.MovesOfState))
        {
            if (desk.Work >= effort.ToFind)
            {
                yield break;
            }

            if (_followed.Add(parcels) && (_best is null || land.CostOf(parcels).CompareTo(_best.Cost) < 0))
            {
                yield return StateOf(parcels);
            }
        }
    }

    private State StateOf(int[] parcels)
    {
        var (distance, kept) = desk.Assess(parcels);
        if (kept is not null && (_best is null || kept.Cost.CompareTo(_best.Cost) < 0))
        {
            _best = kept;
        }

        return new State(parcels, distance, land.CostOf(parcels).Land);
    }

    private List<State> Chosen(List<State> states)
    {
        var open = states.Where(state => state.Distance > 0 && (_best is null || state.Land < _best.Cost.Land)).ToList();
        var near = open.OrderBy(state => state.Distance).ThenBy(state => state.Land).Take(effort.Width / 2);
        var cheap = open.OrderBy(state => state.Distance * (1 + Math.Sqrt(state.Land))).ThenBy(state => state.Land).Take(effort.Width / 2);
        return [.. near.Concat(cheap).Distinct()];
    }

    // Each changed parcel back again, the largest first, as long as one of them can go back.
    private TrialArea Smaller(TrialArea found, CancellationToken cancel)
    {
        for (var isSmaller = true; isSmaller && desk.Work < 2 * effort.ToFind;)
        {
            isSmaller = false;
            foreach (var parcels in moves.From(found.Parcels, int.MaxValue).Where(parcels => land.CostOf(parcels).CompareTo(found.Cost) < 0))
            {
                cancel.ThrowIfCancellationRequested();
                if (desk.Assess(parcels).Kept is { } kept && kept.Cost.CompareTo(found.Cost) < 0)
                {
                    (found, isSmaller) = (kept, true);
                    break;
                }
            }
        }

        return found;
    }

    private sealed record State(int[] Parcels, double Distance, long Land);
}
