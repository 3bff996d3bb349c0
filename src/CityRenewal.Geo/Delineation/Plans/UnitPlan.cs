namespace CityRenewal.Geo.Delineation;

/// <summary>One way to fill a unit with areas: what it is worth, and what it takes of the limits over the plan.</summary>
/// <param name="Areas">City-wide nodes of each area.</param>
/// <param name="Value">What the areas are worth, m², at the benefits and prices of the request.</param>
/// <param name="Takes">What they take of each row of <see cref="GlobalLimits"/>.</param>
internal sealed record UnitPlan(IReadOnlyList<int[]> Areas, double Value, long[] Takes)
{
    /// <summary>Areas that hold what is locked in and break a limit of areas.</summary>
    public int Broken { get; init; }

    /// <summary>What it is worth at prices of the rows, m².</summary>
    public double Priced(GlobalLimits limits, ReadOnlySpan<double> prices)
    {
        var value = Value;
        for (var row = 0; row < Takes.Length; row++)
        {
            value -= prices[row] * Takes[row] * limits.Unit(row);
        }

        return value;
    }
}
