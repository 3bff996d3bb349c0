namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What all units pay alike for the limits of the whole plan, in parts of <see cref="PriceScale"/>.
/// </summary>
/// <param name="Rows">The limited sums.</param>
/// <param name="PerUnit">Per row what a millionth of its unit costs; at least 0 and at most the row's own price where it is soft.</param>
/// <param name="PerArea">What an area costs where a plan has a most number of areas; negative where it has a least one.</param>
internal sealed record PlanPrices(PlanRows Rows, long[] PerUnit, Int128 PerArea)
{
    /// <summary>Nothing limits the whole plan.</summary>
    public static readonly PlanPrices None = new(PlanRows.None, [], 0);

    /// <summary>What the whole plan may take for nothing: it is given back to the sum over the units, parts.</summary>
    public Int128 Allowance(SearchLimits limits)
    {
        var sum = PerArea * (PerArea > 0 ? limits.MostAreas : limits.FewestAreas);
        for (var row = 0; row < PerUnit.Length; row++)
        {
            sum += (Int128)PerUnit[row] * Rows.Limit(row);
        }

        return sum;
    }
}
