namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Adds limits of reach to a bundle where choices break them: parts of a set that are too small ask for land as a whole; in a mean of
/// sets payers ask one after the other, a few each time, and start where the last time ended.
/// </summary>
internal sealed class ReachAsking(UnitLand land, NodeSteps steps, ReachBundle bundle)
{
    private const int MostPayers = 16;

    // Share of a node in the mean of sets above which it asks, and above which it has been asked for.
    private const double LeastShare = 0.3;
    private const double WholeShare = 0.9;

    // Ways over land, as shares of the smallest area.
    private static readonly double[] Around = [0.25, 0.5, 0.75, 1];

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
            if (bundle.Count < most && IsTooSmall(part))
            {
                bundle.Add(Reach.OfLand(land, steps, [PayerOf(part)], part.Parcels));
            }
        }
    }

    private bool IsTooSmall(ChosenPart part) => part.Parcels.Length > 0 && part.Parcels.Sum(land.TwiceArea) < land.Limits.LeastTwiceArea;

    private int PayerOf(ChosenPart part) => part.Parcels.MaxBy(node => land.Benefits.Span[node]);

    /// <summary>
    /// What has to be in asks for land near and farther around it from the start: it cannot be left out, and limits that grow by
    /// what cuts choose would take a cut for each step outwards.
    /// </summary>
    public void AskAround()
    {
        var isNear = new bool[land.ParcelCount];
        for (var node = 0; node < land.ParcelCount; node++)
        {
            if (land.IsLockedIn(node) && !isNear[node] && land.TwiceArea(node) < land.Limits.LeastTwiceArea)
            {
                Array.ForEach(Around, share => bundle.Add(Reach.OfLand(land, steps, [node], Within(node, share))));
                Array.ForEach(Within(node, Around[0]), near => isNear[near] = true);
            }
        }
    }

    private int[] Within(int node, double share) => _search.Within(node, (long)(share * land.Limits.LeastTwiceArea));

    /// <summary>Parts of a set that are too small ask for land around them; tells the prices at which they are worth nothing.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="prices">The prices that the parts were chosen at; gets those of new limits.</param>
    /// <returns>Whether any asked.</returns>
    public bool AskAround(IReadOnlyList<ChosenPart> parts, List<double> prices)
    {
        prices.AddRange(new double[bundle.Count - prices.Count]);
        var before = bundle.Count;
        var chosen = new bool[land.ParcelCount];
        foreach (var node in parts.SelectMany(part => part.Parcels))
        {
            chosen[node] = true;
        }

        foreach (var part in parts.Where(part => IsTooSmall(part) && !part.Parcels.Any(land.IsLockedIn)))
        {
            var payer = PayerOf(part);
            var reach = Reach.OfLand(land, steps, [payer], Within(payer, 1));
            bundle.Add(reach);
            if (bundle.Count > prices.Count)
            {
                prices.Add(reach.Lack(chosen) is > 0 and var lack ? Math.Max(0, part.Worth / lack) : 0);
            }
        }

        return bundle.Count > before;
    }

    /// <summary>Nodes of a mean of sets ask for land.</summary>
    /// <param name="mean">How far each node is chosen.</param>
    /// <param name="all">Whether all of them ask, not just a few.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Ask(double[] mean, bool all, CancellationToken cancel)
    {
        var most = bundle.Count + MostNew;
        var isAsked = new bool[mean.Length];
        var payers = Payers(mean);
        _search.Begin();
        var asked = 0;
        for (var tried = 0; tried < payers.Count && bundle.Count < most && (all || asked < MostPayers); tried++)
        {
            cancel.ThrowIfCancellationRequested();
            var payer = payers[_turn++ % payers.Count];
            if (isAsked[payer] || _search.HasEnough(payer, mean))
            {
                continue;
            }

            asked++;
            if (_search.Of(payer, mean) is { } limit)
            {
                bundle.Add(limit);
                Array.ForEach(limit.Inside, node => isAsked[node] |= mean[node] > WholeShare);
            }
        }
    }

    /// <summary>Who is chosen enough to ask, those that are chosen most first.</summary>
    private static List<int> Payers(double[] mean)
    {
        var payers = new List<int>();
        for (var node = 0; node < mean.Length; node++)
        {
            if (mean[node] > LeastShare)
            {
                payers.Add(node);
            }
        }

        payers.Sort((one, other) => mean[other].CompareTo(mean[one]) is not 0 and var order ? order : one.CompareTo(other));
        return payers;
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
