namespace CityRenewal.Geo.Comparison;

/// <summary>Gathers areas that are linked by shared land.</summary>
internal static class AreaGroups
{
    public static IReadOnlyList<AreaGroup> Of(
        IReadOnlyList<ComparedArea> old, IReadOnlyList<ComparedArea> now, IReadOnlyDictionary<(int Old, int New), AreaLink> links)
    {
        var byOld = links.Keys.ToLookup(pair => pair.Old, pair => pair.New);
        var byNew = links.Keys.ToLookup(pair => pair.New, pair => pair.Old);
        HashSet<int> seenOld = [], seenNew = [];
        var groups = new List<AreaGroup>();
        foreach (var first in Enumerable.Range(0, old.Count).OrderBy(area => old[area].Id, StringComparer.Ordinal))
        {
            if (!seenOld.Contains(first))
            {
                groups.Add(GroupOf(Reached(first), (old, now), links));
            }
        }

        foreach (var first in Enumerable.Range(0, now.Count).Where(area => !seenNew.Contains(area)).OrderBy(area => now[area].Id, StringComparer.Ordinal))
        {
            groups.Add(new AreaGroup(GroupKind.New, [], [now[first]], []));
        }

        return groups;

        (List<int> Old, List<int> New) Reached(int first)
        {
            var (ofOld, ofNew) = (new List<int> { first }, new List<int>());
            seenOld.Add(first);
            for (int at = 0, to = 0; at < ofOld.Count; at++)
            {
                ofNew.AddRange(byOld[ofOld[at]].Where(seenNew.Add));
                for (; to < ofNew.Count; to++)
                {
                    ofOld.AddRange(byNew[ofNew[to]].Where(seenOld.Add));
                }
            }

            return (ofOld, ofNew);
        }
    }

    private static AreaGroup GroupOf(
        (List<int> Old, List<int> New) reached, (IReadOnlyList<ComparedArea> Old, IReadOnlyList<ComparedArea> New) areas,
        IReadOnlyDictionary<(int Old, int New), AreaLink> links)
    {
        var old = reached.Old.ToHashSet();
        AreaLink[] own =
        [
            .. links.Where(link => old.Contains(link.Key.Old)).Select(link => link.Value)
                .OrderBy(link => link.Old.Id, StringComparer.Ordinal).ThenBy(link => link.New.Id, StringComparer.Ordinal),
        ];
        return new AreaGroup(KindOf(reached, own), Sorted(reached.Old, areas.Old), Sorted(reached.New, areas.New), own);
    }

    private static GroupKind KindOf((List<int> Old, List<int> New) reached, AreaLink[] links) => (reached.Old.Count, reached.New.Count) switch
    {
        (_, 0) => GroupKind.Gone,
        (1, 1) => Math.Max(links[0].GainedM2, links[0].LostM2) <= PlanComparison.Rounding ? GroupKind.SameLand : GroupKind.Changed,
        (1, _) => GroupKind.Split,
        (_, 1) => GroupKind.Merged,
        _ => GroupKind.Regrouped,
    };

    private static ComparedArea[] Sorted(List<int> rows, IReadOnlyList<ComparedArea> areas) =>
        [.. rows.Select(row => areas[row]).OrderBy(area => area.Id, StringComparer.Ordinal)];
}
