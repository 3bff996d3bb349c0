using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>
/// Finds what is linked and kept apart, or locked in and out, at the same time: through every chain of lists that share a
/// parcel.
/// </summary>
internal sealed class LinkChecks
{
    private readonly Dictionary<string, string> _leaders = new(StringComparer.Ordinal);
    private readonly PlanLimits _limits;

    private LinkChecks(PlanLimits limits)
    {
        _limits = limits;
        foreach (var list in Lists(limits))
        {
            foreach (var id in list)
            {
                _leaders.TryAdd(id, id);
                _leaders[LeaderOf(id)] = LeaderOf(list[0]);
            }
        }
    }

    /// <summary>All problems, in the order of the limits.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="lockOf">The lock of a parcel by its id, the city's and the request's together.</param>
    public static IEnumerable<OptionProblem> Check(PlanLimits limits, Func<string, ParcelLock> lockOf)
    {
        var links = new LinkChecks(limits);
        return [.. links.Apart(), .. links.Locks(lockOf), .. links.Obligatory(lockOf)];
    }

    private static IEnumerable<IReadOnlyList<string>> Lists(PlanLimits limits) =>
        limits.MustLink.Concat(limits.Projects.Select(project => project.Parcels))
            .Concat(limits.KeepWhole.Where(group => group.Price is null).Select(group => group.Parcels))
            .Where(list => list.Count > 0);

    private IEnumerable<OptionProblem> Apart()
    {
        for (var i = 0; i < _limits.CannotLink.Count; i++)
        {
            var ids = _limits.CannotLink[i].Parcels.Distinct(StringComparer.Ordinal).ToList();
            var clashes = _limits.CannotLink[i].Price is null
                ? ids.Where(_leaders.ContainsKey).GroupBy(LeaderOf).Where(group => group.Count() > 1)
                : [];
            foreach (var clash in clashes)
            {
                yield return new OptionProblem(
                    $"limits.cannot_link[{i}].parcels", string.Join(", ", clash),
                    "These are kept apart, and lists of parcels that belong together link them.",
                    "Take one of them out of these lists, let them be together, or give keeping them apart a price.") { TextChinese = "这些地块既要求分开,又由须同属一个片区的清单相连。请从清单中移除其一、允许同属一个片区,或为分开设定代价。" };
            }
        }
    }

    private IEnumerable<OptionProblem> Locks(Func<string, ParcelLock> lockOf)
    {
        foreach (var group in _leaders.Keys.GroupBy(LeaderOf).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var lockedIn = group.Order(StringComparer.Ordinal).FirstOrDefault(id => lockOf(id) == ParcelLock.In);
            var lockedOut = group.Order(StringComparer.Ordinal).FirstOrDefault(id => lockOf(id) == ParcelLock.Out);
            if (lockedIn is not null && lockedOut is not null)
            {
                yield return new OptionProblem(
                    FieldOf(lockedOut), $"{lockedIn}, {lockedOut}",
                    $"{lockedIn} is locked in and {lockedOut} is locked out, and the two belong together.",
                    "Unlock one of the two, or part them.") { TextChinese = $"{lockedIn} 锁定纳入,{lockedOut} 锁定不纳入,而两者须同属一个片区。请解除其一的锁定,或不再要求两者同属。" };
            }
        }
    }

    private IEnumerable<OptionProblem> Obligatory(Func<string, ParcelLock> lockOf)
    {
        for (var i = 0; i < _limits.KeepWhole.Count; i++)
        {
            foreach (var id in _limits.KeepWhole[i].IsObligatory ? _limits.KeepWhole[i].Parcels.Where(id => lockOf(id) == ParcelLock.Out) : [])
            {
                yield return new OptionProblem(
                    $"limits.keep_whole[{i}].parcels", id, "The group must be in an area whole, and this parcel is locked out.",
                    "Unlock the parcel, take it out of the group, or do not make the group obligatory.") { TextChinese = "该组须整体纳入,而此地块锁定不纳入。请解除锁定、将其移出该组,或不要求该组必须纳入。" };
            }
        }
    }

    private string FieldOf(string id)
    {
        var link = _limits.MustLink.ToList().FindIndex(list => list.Contains(id));
        var group = _limits.KeepWhole.ToList().FindIndex(one => one.Parcels.Contains(id));
        return link >= 0 ? $"limits.must_link[{link}].parcels"
            : group >= 0 ? $"limits.keep_whole[{group}].parcels"
            : $"limits.projects[{_limits.Projects.ToList().FindIndex(project => project.Parcels.Contains(id))}].parcels";
    }

    private string LeaderOf(string id)
    {
        while (_leaders[id] != id)
        {
            id = _leaders[id];
        }

        return id;
    }
}
