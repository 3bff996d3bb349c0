namespace CityRenewal.Geo.Need;

/// <summary>
/// Shows how far the order of areas by need depends on the weights, which are assumptions: each weight in turn is halved
/// and raised by half, and the others share what is left as before.
/// </summary>
public static class RankSensitivity
{
    private static readonly double[] Changes = [0.5, 1.5];

    /// <summary>Ranks areas, those of known need first, in the order of their ranks; then the others by id.</summary>
    /// <param name="areas">The areas; a part changes its weight in the profiles of all of them at once.</param>
    public static IReadOnlyList<RankedArea> Of(IReadOnlyList<AreaNeed> areas)
    {
        var byId = areas.OrderBy(area => area.Id, StringComparer.Ordinal).ToList();
        var known = byId.Where(area => !double.IsNaN(area.Need)).ToList();
        var ranks = RanksOf(known, area => area.Need);
        int[] best = [.. ranks], worst = [.. ranks];
        foreach (var part in NeedPartWords.All)
        {
            foreach (var change in Changes)
            {
                var changed = RanksOf(known, area => NeedWith(area, part, change));
                for (var i = 0; i < ranks.Length; i++)
                {
                    best[i] = Math.Min(best[i], changed[i]);
                    worst[i] = Math.Max(worst[i], changed[i]);
                }
            }
        }

        return
        [
            .. known.Select((area, i) => new RankedArea(area, ranks[i], best[i], worst[i])).OrderBy(ranked => ranked.Rank),
            .. byId.Where(area => double.IsNaN(area.Need)).Select(area => new RankedArea(area, null, null, null)),
        ];
    }

    // Which areas are known is settled by the given weights, so that every order is of the same areas.
    private static double NeedWith(AreaNeed area, NeedPart changed, double change)
    {
        double sum = 0, known = 0;
        foreach (var part in NeedPartWords.All)
        {
            var value = area.Parts[(int)part];
            if (!double.IsNaN(value))
            {
                var weight = area.Weights[part] * (part == changed ? change : 1);
                sum += weight * value;
                known += weight;
            }
        }

        return sum / known;
    }

    /// <summary>Per area its rank from 1; the areas come by id, and the sort keeps that order among equals.</summary>
    private static int[] RanksOf(List<AreaNeed> areas, Func<AreaNeed, double> needOf)
    {
        var ranks = new int[areas.Count];
        var order = Enumerable.Range(0, areas.Count).OrderByDescending(i => needOf(areas[i])).ToList();
        for (var rank = 0; rank < order.Count; rank++)
        {
            ranks[order[rank]] = rank + 1;
        }

        return ranks;
    }
}
