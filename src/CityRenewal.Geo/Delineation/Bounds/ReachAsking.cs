namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Adds limits of reach to a bundle where choices break them: parts of a set that are too small ask for land as a whole; in a mean of
/// sets payers ask one after the other, a few each time, and start where the last time ended.
/// </summary>
internal sealed class ReachAsking(UnitLand land, NodeSteps steps, ReachBundle bundle)
{
    private const int MostPayers = 16;

    // Share of a node in the mean of sets above which it asks, and above which it has been asked for.
    private const double LeastShare = 0.05;
    private const double WholeShare = 0.9;

    private readonly ReachSearch _search = new(land, steps);
    private readonly RowReachSearch _rows = new(land, steps);
    private int _turn;

    /// <summary>Limits added at a time.</summary>
    public required int MostNew { get; init; }

    /// <summary>Parts of a set that are too small ask for land.</summary>
    public void Ask(IReadOnlyList<ChosenPart> parts)
    {
        var most = bundle.Count + MostNew;
        foreach (var part in parts)
        {
            if (bundle.Count < most && part.Parcels.Length > 0 && part.Parcels.Sum(land.TwiceArea) < land.Limits.LeastTwiceArea)
            {
                bundle.Add(Reach.OfLand(land, steps, part.Parcels.MaxBy(node => land.Benefits.Span[node]), part.Parcels));
            }
        }
    }

    /// <summary>Nodes of a mean of sets ask for land.</summary>
    /// <param name="mean">How far each node is chosen.</param>
    /// <param name="all">Whether all of them ask, not just a few.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Ask(double[] mean, bool all, CancellationToken cancel)
    {
        var most = bundle.Count + MostNew;
        var isAsked = new bool[mean.Length];
        int[] payers = [.. Enumerable.Range(0, mean.Length).Where(node => mean[node] > LeastShare).OrderByDescending(node => mean[node]).ThenBy(node => node)];
        for (var left = all ? payers.Length : Math.Min(payers.Length, MostPayers); left > 0; left--)
        {
            cancel.ThrowIfCancellationRequested();
            var payer = payers[_turn++ % payers.Length];
            if (!isAsked[payer] && bundle.Count < most && _search.Of(payer, mean) is { } limit)
            {
                bundle.Add(limit);
                Array.ForEach(limit.Inside, node => isAsked[node] |= mean[node] > WholeShare);
            }
        }
    }

    /// <summary>Pieces of a mean of sets ask for the rules' rows that they break.</summary>
    public void AskRows(double[] mean)
    {
        foreach (var reach in _rows.In(mean).Take(MostNew))
        {
            bundle.Add(reach);
        }
    }
}
