namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds where a fractional choice of nodes breaks a rule's row piece by piece, though pieces that keep it make up for that in the
/// sum over the unit. Only rows that are kept whatever it costs and whose limit is 0, as ratios have it: there several areas
/// may take no more together than one.
/// </summary>
internal sealed class RowReachSearch(UnitLand land, NodeSteps steps)
{
    private const double LeastBroken = 0.02;

    // Pieces of what is chosen at all, and of what is chosen mostly.
    private static readonly double[] Shares = [0.02, 0.3, 0.8];

    private readonly int[] _rows = [.. Enumerable.Range(0, land.Rows.Count).Where(row => IsLocal(land, row))];

    /// <summary>Whether a row can be asked for piece by piece.</summary>
    public static bool IsLocal(UnitLand land, int row) => land.Rows.Limit(row) == 0 && double.IsPositiveInfinity(land.Rows.SoftPrice(row));

    /// <summary>The rows that pieces of the choice break.</summary>
    public IEnumerable<Reach> In(double[] chosen)
    {
        foreach (var share in _rows.Length > 0 ? Shares : [])
        {
            foreach (var piece in Pieces(chosen, share))
            {
                foreach (var row in _rows)
                {
                    if (IsBroken(row, piece, chosen))
                    {
                        yield return Reach.OfRow(land, steps, row, piece);
                    }
                }
            }
        }
    }

    private bool IsBroken(int row, int[] piece, double[] chosen)
    {
        double takes = 0, turnover = 0;
        foreach (var node in piece)
        {
            var slack = land.Rows.Slack(row, land.CityNode(node)) * chosen[node];
            takes += slack;
            turnover += Math.Abs(slack);
        }

        return takes > LeastBroken * turnover;
    }

    private IEnumerable<int[]> Pieces(double[] chosen, double share)
    {
        var isSeen = new bool[chosen.Length];
        for (var start = 0; start < chosen.Length; start++)
        {
            if (isSeen[start] || chosen[start] <= share)
            {
                continue;
            }

            List<int> piece = [start];
            isSeen[start] = true;
            for (var at = 0; at < piece.Count; at++)
            {
                foreach (var next in steps.From(piece[at]))
                {
                    if (!isSeen[next] && chosen[next] > share)
                    {
                        isSeen[next] = true;
                        piece.Add(next);
                    }
                }
            }

            yield return [.. piece.Order()];
        }
    }
}
