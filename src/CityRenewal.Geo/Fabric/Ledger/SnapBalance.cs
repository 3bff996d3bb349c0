namespace CityRenewal.Geo.Fabric;

/// <summary>
/// What every parcel gained and lost by snapping: the land its border swept over on the way from its own ring on the grid
/// to the fabric. The difference of both is exact: faces minus own ring; where border and ring cross, the split is to the
/// accuracy of doubles.
/// </summary>
internal sealed class SnapBalance
{
    private SnapBalance(int parcelCount)
    {
        TwiceGained = new double[parcelCount];
        TwiceLost = new double[parcelCount];
    }

    /// <summary>Twice the land gained per parcel, square grid units.</summary>
    public double[] TwiceGained { get; }

    /// <summary>Twice the land lost per parcel, square grid units.</summary>
    public double[] TwiceLost { get; }

    /// <summary>Balances every parcel against twice the area of its faces.</summary>
    public static SnapBalance Of(SnapTrail trail, long[] twiceFaces, ParallelOptions parallel)
    {
        var balance = new SnapBalance(twiceFaces.Length);
        Parallel.ForEach(trail.Linework.Chunks.Where(chunk => chunk.Layer.Role == LineworkRole.Land), parallel, chunk =>
        {
            var sweep = new BorderSweep(trail);
            foreach (var (feature, start, end) in chunk.Rings())
            {
                balance.TwiceGained[feature] += sweep.TwiceOutside(start, end);
            }

            for (var row = chunk.First; row < chunk.End; row++)
            {
                if (chunk.Layer.Takes(row))
                {
                    balance.Settle(row, (double)(twiceFaces[row] - chunk.Layer.Shapes.TwiceAreaOf(row)));
                }
            }
        });
        return balance;
    }

    private void Settle(int row, double net)
    {
        TwiceGained[row] = Math.Max(TwiceGained[row], Math.Max(net, 0));
        TwiceLost[row] = TwiceGained[row] - net;
    }
}
