using CityRenewal.Geo.Certificates;

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
            return new UnitResult([], 0, UnitProof.Trivial(land, cut.Plan));
        }

        var start = new UnitStart(land, options);
        if (options.StopAfter <= 0 || cancel.IsCancellationRequested)
        {
            return UnitAreas.Of(start.FixedAlone(), UnitProof.Trivial(land, cut.Plan));
        }

        UnitCertificate proof;
        SearchState state;
        try
        {
            proof = options is { Proof: { } known, Start: not null } ? known : UnitProof.Of(land, cut, cancel);
            if (land.Rows.Count == 0 && options.Start is null)
            {
                // The prices that prove a bound best draw land together that is not worth its outline.
                cut.Solve(land, subsidy: 0, cancel);
            }

            state = start.Place(cut, cancel);
        }
        catch (OperationCanceledException)
        {
            // The cut was not ready: nothing is known but what every plan has.
            return UnitAreas.Of(start.FixedAlone(), UnitProof.Trivial(land, cut.Plan));
        }

        var bound = proof.Millionths * SearchLimits.BenefitUnit;
        if (options.Recombines && !start.IsComplete && options.Fixed.Count == 0)
        {
            var recombination = new UnitRecombination(state, options);
            var made = 1 + recombination.Run(bound, cancel);
            return UnitAreas.Of(state, proof) with { Work = made, Seen = recombination.Seen };
        }

        var work = 1 + (start.IsComplete ? 0 : new UnitImprovement(state, options).Run(bound, cancel));
        return UnitAreas.Of(state, proof) with { Work = work };
    }
}
