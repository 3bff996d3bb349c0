namespace CityRenewal.Geo.Delineation;

/// <summary>
/// The prices of what a plan as a whole keeps to, at which the bound of a search holds: the sum of the units' bounds on the
/// land priced so, plus the constant. What a certificate needs of the plan's own limits.
/// </summary>
/// <param name="Rows">What each row limits, by the word of the request.</param>
/// <param name="Prices">Price of each row, m² of benefit per unit of the row; none below 0, none above a soft price.</param>
/// <param name="Constant">Σ price × limit, m².</param>
internal sealed record GlobalPrices(IReadOnlyList<string> Rows, IReadOnlyList<double> Prices, double Constant)
{
    /// <summary>Nothing is limited over the plan.</summary>
    public static readonly GlobalPrices None = new([], [], 0);
}
