namespace CityRenewal.Geo.Repairs;

/// <summary>
/// Tries changes in the order of their land, the least first, so that the first that does is the least: every smaller one was
/// tried. Ends where a change that is known already would come next, which proves it, or where the work is used up.
/// </summary>
internal sealed class LeastChange(TrialDesk desk, RepairLand land, RepairEffort effort, int pieces)
{
    // More pieces of land would only be taken together by changes that no effort reaches.
    private const int MostItems = 200;

    // Telling whether an area hangs together takes a small part of the work of judging it.
    private const int ContactShare = 8;

    /// <summary>The least change from a start, and whether that is proven; the known one where nothing smaller was found.</summary>
    /// <param name="start">The parcels without those that no area may hold.</param>
    /// <param name="known">A change that does; null where none is known.</param>
    /// <param name="cancel">Ends the work.</param>
    public (TrialArea? Change, bool IsLeast) From(int[] start, TrialArea? known, CancellationToken cancel)
    {
        var spent = land.CostOf(start).Land;
        var most = known is null ? long.MaxValue : known.Cost.Land - spent;
        var (items, isWhole) = Items(start, most);
        var queue = new PriorityQueue<Subset, (long Land, int Count, long Order)>();
        long order = 0, looked = 0;
        var from = desk.Work;
        var best = known;
        Enqueue(new Subset(null, -1, 0, 0));
        while (queue.TryDequeue(out var next, out _))
        {
            cancel.ThrowIfCancellationRequested();
            if (best is not null && next.Land + spent > best.Cost.Land)
            {
                // Found without a limit to what matters: once more with it, so that it is known what was left aside.
                return known is null ? From(start, best, cancel) : (best, isWhole && desk.TriedEveryChoice);
            }

            if (desk.Work - from + looked > effort.ToProve)
            {
                return (best, false);
            }

            var parcels = next.On(start, items);
            looked += 1 + (parcels.Length / ContactShare);
            if (land.Pieces(parcels).Count <= pieces && parcels.Length > 0 && desk.TryKeep(parcels) is { } kept
                && (best is null || kept.Cost.CompareTo(best.Cost) < 0))
            {
                best = kept;
            }

            foreach (var child in next.Children(items))
            {
                Enqueue(child);
            }
        }

        return known is null && best is not null ? From(start, best, cancel) : (best, isWhole && desk.TriedEveryChoice);

        void Enqueue(Subset subset) => queue.Enqueue(subset, (subset.Land, subset.Count, order++));
    }

    // What costs more than the known change by itself, or by the land on the way to it, is in no smaller one.
    private (List<LandItem> Items, bool IsWhole) Items(int[] start, long most)
    {
        var members = start.ToHashSet();
        var goes = start.Where(parcel => land.MayGo(parcel) && land.IsMember(parcel))
            .Select(parcel => land.Together(parcel).Where(members.Contains).ToArray())
            .Where(group => group.All(land.MayGo)).Select(group => ItemOf(group, isIn: false, way: 0));
        var items = goes.Concat(Reached(start, members, most))
            .Where(item => item.Land + item.Way <= most)
            .DistinctBy(item => item.Parcels, SameRows.Instance)
            .OrderBy(item => item.Land).ThenBy(item => item.Parcels[0]).ToList();
        return items.Count <= MostItems ? (items, most < long.MaxValue) : (items[..MostItems], false);
    }

    // Free land in the order of the land on the way to it: what comes in has to hang together with the area.
    private List<LandItem> Reached(int[] start, HashSet<int> members, long most)
    {
        var found = new List<LandItem>();
        var reached = new HashSet<int>(members);
        var queue = new PriorityQueue<int, (long Way, int Parcel)>();
        Spread(start, 0);
        while (found.Count < MostItems && queue.TryDequeue(out var parcel, out var priority))
        {
            int[] group = [.. land.Together(parcel).Where(other => !members.Contains(other))];
            if (group.All(other => land.IsMember(other) || land.MayCome(other, isNamed: false)))
            {
                var item = ItemOf(group, isIn: true, priority.Way);
                found.Add(item);
                Spread(group, priority.Way + Math.Max(0, item.Land));
            }
        }

        return found;

        void Spread(int[] parcels, long way)
        {
            foreach (var other in parcels.SelectMany(land.Beside).Where(other => !land.IsMember(other) && way <= most && reached.Add(other)))
            {
                queue.Enqueue(other, (way, other));
            }
        }
    }

    private LandItem ItemOf(int[] parcels, bool isIn, long way) => new(parcels, isIn, parcels.Sum(land.LandOf), way);
}
