namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Chooses areas that hold no land twice so that together they keep the limits over the plan and are worth most: from what is
/// known already, and from nothing, one area after the other is let in, what is in its way goes, and what then is free is filled up;
/// as long as that gains.
/// </summary>
internal sealed class AreaPacking
{
    private const int MostSweeps = 4;
    private const long MostLooks = 1_500_000;
    private const double Slack = 1e-9;

    private readonly GlobalLimits _limits;
    private readonly IReadOnlyList<PackedArea> _areas;
    private readonly ulong[][] _conflicts;
    private readonly double[] _weights;
    private readonly int[] _order;
    private readonly int _words;
    private readonly long[] _taken;
    private List<int> _chosen = [];
    private long _looks;

    private AreaPacking(GlobalLimits limits, IReadOnlyList<PackedArea> areas)
    {
        (_limits, _areas) = (limits, areas);
        _words = (areas.Count + 63) / 64;
        _taken = new long[limits.Count];

        // What has to be in comes first, and an area that breaks a limit with it last.
        var most = 1 + (2 * areas.Sum(area => Math.Abs(area.Value)));
        _weights = [.. areas.Select(area => area.Value + (most * ((2 * area.Locked) - (area.IsBroken ? 1 : 0))))];
        _order = [.. Enumerable.Range(0, areas.Count).OrderByDescending(area => _weights[area]).ThenBy(area => area)];
        _conflicts = Conflicts(areas, _words);
    }

    /// <summary>The areas chosen, by their place in the list, ascending; never worth less than what is known already.</summary>
    /// <param name="limits">The limits over the plan.</param>
    /// <param name="areas">Areas to choose from.</param>
    /// <param name="known">A choice that keeps the hard limits and holds no land twice; empty where none is known.</param>
    public static IReadOnlyList<int> Of(GlobalLimits limits, IReadOnlyList<PackedArea> areas, IReadOnlyList<int> known)
    {
        var packing = new AreaPacking(limits, areas);
        var best = packing.Improved([.. known]);
        var anew = packing.Improved([]);
        return packing.WorthOf(anew) > packing.WorthOf(best) + Slack ? anew : best;
    }

    private List<int> Improved(List<int> known)
    {
        _chosen = known;
        Fill();
        var worth = WorthOf(_chosen);
        for (var (sweep, isBetter) = (0, true); sweep < MostSweeps && isBetter && _looks < MostLooks; sweep++)
        {
            isBetter = false;
            foreach (var area in _order)
            {
                if (_chosen.Contains(area) || _looks >= MostLooks)
                {
                    continue;
                }

                var before = _chosen;
                _chosen = [.. before.Where(other => !InConflict(area, other)), area];
                DropUntilKept(area);
                Fill();
                var now = WorthOf(_chosen);
                (worth, _chosen, isBetter) = now > worth + Slack ? (now, _chosen, true) : (worth, before, isBetter);
            }
        }

        return [.. _chosen.Order()];
    }

    /// <summary>Lets go of the areas that lose least for what they take too much, but not of one.</summary>
    private void DropUntilKept(int but)
    {
        Take(_chosen);
        while (Breach() > 0)
        {
            var (best, least, breach) = (-1, double.PositiveInfinity, Breach());
            foreach (var area in _chosen)
            {
                Take(area, -1);
                var mended = breach - Breach();
                Take(area, 1);
                if (area != but && mended > 0 && _weights[area] / mended < least)
                {
                    (best, least) = (area, _weights[area] / mended);
                }
            }

            if (best < 0)
            {
                return;
            }

            Take(best, -1);
            _chosen.Remove(best);
        }
    }

    /// <summary>Takes in what is free and fits, the most worth first.</summary>
    private void Fill()
    {
        Take(_chosen);
        var blocked = new ulong[_words];
        _chosen.ForEach(area => Block(blocked, area));
        var (breach, penalty) = (Breach(), Penalty());
        foreach (var area in _order)
        {
            _looks++;
            if ((blocked[area >> 6] >> (area & 63) & 1) != 0 || _weights[area] <= 0)
            {
                continue;
            }

            Take(area, 1);
            if (Breach() > breach || _weights[area] <= Penalty() - penalty)
            {
                Take(area, -1);
                continue;
            }

            (breach, penalty) = (Breach(), Penalty());
            _chosen.Add(area);
            Block(blocked, area);
        }
    }

    private double WorthOf(IReadOnlyList<int> chosen)
    {
        Take(chosen);
        return Breach() > 0 ? double.NegativeInfinity : chosen.Order().Sum(area => _weights[area]) - Penalty();
    }

    private void Take(IReadOnlyList<int> chosen)
    {
        Array.Clear(_taken);
        foreach (var area in chosen)
        {
            Take(area, 1);
        }
    }

    private void Take(int area, int sign)
    {
        var takes = _areas[area].Takes;
        for (var row = 0; row < _taken.Length; row++)
        {
            _taken[row] += sign * takes[row];
        }
    }

    private double Breach()
    {
        double breach = 0;
        for (var row = 0; row < _taken.Length; row++)
        {
            breach += _limits.IsHard(row) ? Math.Max(0, _taken[row] - _limits.Limit(row)) / Math.Max(1, Math.Abs((double)_limits.Limit(row))) : 0;
        }

        return breach;
    }

    private double Penalty() => ExactChoice.Penalty(_limits, _taken);

    private bool InConflict(int area, int other) => (_conflicts[area][other >> 6] >> (other & 63) & 1) != 0;

    private void Block(ulong[] blocked, int area)
    {
        for (var word = 0; word < _words; word++)
        {
            blocked[word] |= _conflicts[area][word];
        }
    }

    /// <summary>Which areas share land with which; every one with itself.</summary>
    private static ulong[][] Conflicts(IReadOnlyList<PackedArea> areas, int words)
    {
        var holders = new Dictionary<int, ulong[]>();
        for (var area = 0; area < areas.Count; area++)
        {
            foreach (var node in areas[area].Nodes)
            {
                if (!holders.TryGetValue(node, out var bits))
                {
                    holders.Add(node, bits = new ulong[words]);
                }

                bits[area >> 6] |= 1UL << (area & 63);
            }
        }

        var conflicts = new ulong[areas.Count][];
        for (var area = 0; area < areas.Count; area++)
        {
            var mine = conflicts[area] = new ulong[words];
            mine[area >> 6] |= 1UL << (area & 63);
            foreach (var node in areas[area].Nodes)
            {
                var bits = holders[node];
                for (var word = 0; word < words; word++)
                {
                    mine[word] |= bits[word];
                }
            }
        }

        return conflicts;
    }
}
