using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>One visit of a unit: a search of fixed work that depends on nothing but its input.</summary>
/// <param name="Round">How many times the unit was visited before: another round tries otherwise.</param>
/// <param name="Start">City-wide nodes of the areas that the visit begins from; none begins from the cut.</param>
/// <param name="Fixed">City-wide nodes of the areas that stay as they are.</param>
/// <param name="StopAfter">Steps after which it ends in any case.</param>
internal sealed record UnitVisit(int Round, IReadOnlyList<int[]> Start, IReadOnlyList<int[]> Fixed, long StopAfter)
{
    /// <summary>Proposals per parcel over which the search cools down.</summary>
    public int WorkPerParcel { get; init; } = UnitSearchOptions.Default.WorkPerParcel;

    /// <summary>Whether the areas seen on the way are kept and put together anew.</summary>
    public bool Recombines { get; init; }

    /// <summary>Areas of the unit that earlier visits have seen, at the benefits of this one.</summary>
    public IReadOnlyList<SeenArea> Known { get; init; } = [];

    /// <summary>What is known of the unit, where only what its bound is led by is tried: areas to start from, and the proof.</summary>
    public (IReadOnlyList<int[]> Start, UnitCertificate Proof)? Again { get; init; }

    /// <summary>What the visit finds: from the cut, and from the start too where that is already worth more.</summary>
    /// <exception cref="OperationCanceledException">It was ended before it had anything.</exception>
    public UnitResult Of(UnitLand land, UnitCut cut, CancellationToken cancel)
    {
        var first = Again is { } again ? Options with { Start = again.Start, Proof = again.Proof } : Options;
        var cold = WithFixed(land, UnitSearch.Of(land, cut, first, cancel));
        if (cold.Work == 0)
        {
            cancel.ThrowIfCancellationRequested();
        }

        if (Again is not null || Start.Count == 0 || StopAfter < long.MaxValue || cancel.IsCancellationRequested || WorthOfStart(land) <= cold.Value)
        {
            return cold;
        }

        // Work counts the search from the cut alone: a visit that is ended after it is repeated without the second.
        var warm = WithFixed(land, UnitSearch.Of(land, cut, Options with { Start = Start, Proof = cold.Proof }, cancel));
        return cancel.IsCancellationRequested || !warm.IsBetterThan(cold)
            ? cold
            : warm with { Work = cold.Work, Seen = [.. cold.Seen, .. warm.Seen] };
    }

    private UnitSearchOptions Options => new() { Restart = Round, Fixed = Fixed, StopAfter = StopAfter, WorkPerParcel = WorkPerParcel, Recombines = Recombines, Known = Known };

    /// <summary>Areas that stay as they are, stay whatever they are worth.</summary>
    private UnitResult WithFixed(UnitLand land, UnitResult result)
    {
        var missing = Fixed.Where(area => !result.Areas.Any(found => Array.BinarySearch(found, area[0]) >= 0)).ToList();
        if (missing.Count == 0)
        {
            return result;
        }

        var worth = new PartWorth(land);
        var whole = missing.ConvertAll(worth.WithStreets);
        return result with { Areas = [.. result.Areas.Concat(whole).OrderBy(area => area[0])], Value = result.Value + whole.Sum(worth.Of) };
    }

    private double WorthOfStart(UnitLand land)
    {
        var worth = new PartWorth(land);
        return Start.Concat(Fixed).Sum(worth.Of);
    }
}
