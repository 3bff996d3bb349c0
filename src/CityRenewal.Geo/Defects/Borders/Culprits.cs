namespace CityRenewal.Geo.Defects;

/// <summary>
/// The fewest features that explain all pairs that are at odds: who is at odds with most others is named first, and its pairs
/// are explained. Where it is one against one, both are.
/// </summary>
internal static class Culprits
{
    /// <summary>Named rows, ascending, each with those it is at odds with.</summary>
    public static SortedDictionary<int, List<int>> Of(IReadOnlyCollection<(int A, int B)> pairs)
    {
        var others = new Dictionary<int, SortedSet<int>>();
        foreach (var (a, b) in pairs)
        {
            (others.TryGetValue(a, out var ofA) ? ofA : others[a] = []).Add(b);
            (others.TryGetValue(b, out var ofB) ? ofB : others[b] = []).Add(a);
        }

        var named = new SortedDictionary<int, List<int>>();
        var queue = new PriorityQueue<int, (int Fewer, int Row)>();
        foreach (var (row, rows) in others)
        {
            queue.Enqueue(row, (-rows.Count, row));
        }

        while (queue.TryDequeue(out var row, out var rank))
        {
            var open = others[row];
            if (open.Count == 0)
            {
                continue;
            }

            if (-rank.Fewer != open.Count)
            {
                queue.Enqueue(row, (-open.Count, row));
                continue;
            }

            Name(row, others, named);
        }

        return named;
    }

    private static void Name(int row, Dictionary<int, SortedSet<int>> others, SortedDictionary<int, List<int>> named)
    {
        var open = others[row].ToList();
        named[row] = open;
        foreach (var other in open)
        {
            others[other].Remove(row);
            if (open.Count == 1 && others[other].Count == 0)
            {
                (named.TryGetValue(other, out var already) ? already : named[other] = []).Add(row);
            }
        }

        others[row].Clear();
    }
}
