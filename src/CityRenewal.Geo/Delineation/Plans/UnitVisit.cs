using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>One visit of a unit: a search of fixed work that depends on nothing but its input.</summary>
/// <param name="Round">How many times the unit was visited before: another round tries otherwise.</param>
/// <param name="Start">City-wide nodes of the areas that the visit begins from; none begins from the cut.</param>
/// <param name="Fixed">City-wide nodes of the areas that stay as they are.</param>
/// <param name="StopAfter">Steps after which it ends in any case.</param>
internal sealed record UnitVisit(int Round, IReadOnlyList<int[]> Start, IReadOnlyList<int[]> Fixed, long StopAfter)
{
    /// <summary>What proves the bound of the unit, where a visit before found it; null finds it.</summary>
    public UnitCertificate? Proof { get; init; }

    /// <summary>What the visit finds.</summary>
    /// <exception cref="OperationCanceledException">It was ended before it had anything.</exception>
    public UnitResult Of(UnitLand land, UnitCut cut, CancellationToken cancel)
    {
        var options = new UnitSearchOptions { Restart = Round, Start = Start.Count > 0 ? Start : null, Fixed = Fixed, StopAfter = StopAfter, Proof = Proof };
        var result = UnitSearch.Of(land, cut, options, cancel);
        if (result.Work == 0)
        {
            cancel.ThrowIfCancellationRequested();
        }

        return result;
    }
}
