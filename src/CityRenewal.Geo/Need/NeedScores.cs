using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The need score (更新需求参考分) of every parcel under one profile of weights: a visible sum of parts, each in [0, 1], over
/// those that are known. A part that is unknown is left out and the others take its weight; where less than half of the
/// weight is known, the need is unknown. Parts that are known nowhere in the city leave the score for the whole city
/// (<see cref="Weights"/>). Where neither age nor danger is known anywhere, no scale of the house fits every kind of town,
/// and density becomes the parcel's rank among the built parcels of this city (<see cref="IsRelative"/>).
/// </summary>
public sealed class NeedScores
{
    private static readonly IReadOnlyList<NeedPart> OfGeneralProfile = [NeedPart.Age, NeedPart.Danger, NeedPart.Density];

    private readonly double[] _scores;
    private readonly double[] _knownShares;

    internal NeedScores(NeedColumns parts, NeedWeights weights, double[] scores, double[] knownShares)
    {
        Parts = parts;
        Weights = weights;
        _scores = scores;
        _knownShares = knownShares;
    }

    /// <summary>Number of parcels.</summary>
    public int Count => _scores.Length;

    /// <summary>The parts that the scores are summed of.</summary>
    public NeedColumns Parts { get; }

    /// <summary>Need in [0, 1]; NaN where less than half of it is known.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Share of the weights in use that is known, in [0, 1].</summary>
    public ReadOnlySpan<double> KnownShares => _knownShares;

    /// <summary>Part of the buildings' age, in [0, 1], weighted by floor area; NaN where no year is known.</summary>
    public ReadOnlySpan<double> Ages => Parts[NeedPart.Age];

    /// <summary>Part of the buildings' danger grades, in [0, 1], weighted by floor area; NaN where no grade is known.</summary>
    public ReadOnlySpan<double> Dangers => Parts[NeedPart.Danger];

    /// <summary>Part of the covered share of the land, in [0, 1]; NaN where there is no building layer.</summary>
    public ReadOnlySpan<double> Densities => Parts[NeedPart.Density];

    /// <summary>The weights in use for every parcel of the city; under categories, for every parcel without a label.</summary>
    public NeedWeights Weights { get; }

    /// <summary>Whether density is a rank among the built parcels of this city: not comparable with other cities.</summary>
    public bool IsRelative => Parts.IsRelative;

    /// <summary>Whether any building's year is known, so that ages need a year to count from.</summary>
    public static bool NeedsYear(City city) => city.Buildings.YearBuilt.ContainsAnyExcept(Unknown.Integer);

    /// <summary>Scores every parcel of a city under the general profile: age, danger and density.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What stands on its parcels.</param>
    /// <param name="year">The year that ages count from; not read where no building's year is known.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static NeedScores Of(City city, ParcelFacts facts, int year, int threads = 0, CancellationToken cancel = default) =>
        Of(NeedColumns.Of((city, facts, year), OfGeneralProfile, threads, cancel), NeedWeights.Default);

    /// <summary>Scores every parcel under a profile of its own.</summary>
    /// <param name="parts">The parts of every parcel.</param>
    /// <param name="weights">The profile; each weight at least 0.</param>
    public static NeedScores Of(NeedColumns parts, NeedWeights weights)
    {
        var known = weights.KnownIn(parts);
        var (scores, shares) = (new double[parts.Count], new double[parts.Count]);
        for (var parcel = 0; parcel < scores.Length; parcel++)
        {
            var sum = NeedSum.Of(parts, parcel, known);
            (scores[parcel], shares[parcel]) = (sum.Need, sum.KnownShare);
        }

        return new NeedScores(parts, known, scores, shares);
    }
}
