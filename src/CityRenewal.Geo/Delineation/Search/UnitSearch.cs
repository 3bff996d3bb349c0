namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Finds the areas of one planning unit: the minimum cut first, then its pieces, improved by many small moves. Uses nothing
/// but its input, so units can be solved anywhere; ended early, it returns the best areas so far.
/// </summary>
internal static class UnitSearch
{
    /// <summary>Areas of the unit as lists of city-wide nodes, and the bound.</summary>
    public static UnitResult Of(UnitLand land, UnitCut cut, CancellationToken cancel) =>
        Of(land, cut, UnitSearchOptions.Default, cancel);

    /// <summary>Areas of the unit as lists of city-wide nodes, and the bound.</summary>
    /// <param name="land">The unit.</param>
    /// <param name="cut">Room for its cuts, reused from unit to unit.</param>
    /// <param name="options">How it is searched.</param>
    /// <param name="cancel">Ends the search early; what is returned then is whole, and its work repeats it.</param>
    public static UnitResult Of(UnitLand land, UnitCut cut, UnitSearchOptions options, CancellationToken cancel)
    {
        if (land.ParcelCount == 0)
        {
            return new UnitResult([], 0, 0);
        }

        var start = new UnitStart(land, options);
        if (options.StopAfter <= 0 || cancel.IsCancellationRequested)
        {
            return UnitAreas.Of(start.FixedAlone(), TrivialBound(land));
        }

        UnitBound bound;
        SearchState state;
        try
        {
            bound = BoundOf(land, cut, cancel);
            state = start.Place(cut, bound, cancel);
        }
        catch (OperationCanceledException)
        {
            // The cut was not ready: nothing is known but what every plan has.
            return UnitAreas.Of(start.FixedAlone(), TrivialBound(land));
        }

        var work = 1 + (start.IsComplete ? 0 : new UnitImprovement(state, options).Run(bound.Value, cancel));
        return UnitAreas.Of(state, bound.Value) with { Work = work };
    }

    /// <summary>What holds before any work: everything that is worth having, without its price.</summary>
    private static double TrivialBound(UnitLand land)
    {
        double bound = 0;
        foreach (var benefit in land.Benefits.Span)
        {
            bound += Math.Max(0, benefit) * SearchLimits.BenefitUnit;
        }

        return bound;
    }

    private static UnitBound BoundOf(UnitLand land, UnitCut cut, CancellationToken cancel)
    {
        cut.Solve(land, subsidy: 0, cancel);
        var bound = new UnitBound(land, cut.Bound);
        if (land.Rows.Count > 0)
        {
            var prices = new UnitPrices(land, cut);
            prices.Solve(cancel);
            bound.Tighten(prices.Bound, subsidy: 0);
        }

        return bound;
    }
}
