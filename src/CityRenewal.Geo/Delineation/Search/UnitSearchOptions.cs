using CityRenewal.Geo.Certificates;

namespace CityRenewal.Geo.Delineation;

/// <summary>How a unit is searched. The same options find the same areas, on any machine.</summary>
internal sealed record UnitSearchOptions
{
    /// <summary>The usual search.</summary>
    public static readonly UnitSearchOptions Default = new();

    /// <summary>Proposals per parcel over which the search cools down.</summary>
    public int WorkPerParcel { get; init; } = 200;

    /// <summary>Proposals after which the search ends in any case: with <see cref="UnitResult.Work"/> of a run that was ended early, that run is repeated.</summary>
    public long StopAfter { get; init; } = long.MaxValue;

    /// <summary>Whether the areas seen on the way are kept and put together anew: for small cities, where that costs little.</summary>
    public bool Recombines { get; init; }

    /// <summary>Areas that other searches of the unit have seen, at the benefits of this one, to put together with those of this one.</summary>
    public IReadOnlyList<SeenArea> Known { get; init; } = [];

    /// <summary>Number of this run among several of the same unit; each draws differently.</summary>
    public int Restart { get; init; }

    /// <summary>What proves the bound of the unit, where it is known already and areas to start from are given; null finds it.</summary>
    public UnitCertificate? Proof { get; init; }

    /// <summary>Areas to start from, as city-wide nodes of parcels (streets are left aside); null starts from the cut.</summary>
    public IReadOnlyList<int[]>? Start { get; init; }

    /// <summary>Areas that stay as they are, as city-wide nodes of parcels (streets are left aside); they are part of the result.</summary>
    public IReadOnlyList<int[]> Fixed { get; init; } = [];

    /// <summary>Rounds of cooling down, each with its heat and its share of the work; null as suits the unit.</summary>
    public IReadOnlyList<(double Heat, double Share)>? Rounds { get; init; }

    /// <summary>Most parcels of a unit of which all areas are tried one by one instead; 0 never does.</summary>
    public int TryAllUpTo { get; init; } = 14;
}
