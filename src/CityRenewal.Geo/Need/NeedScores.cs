using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The need score (更新需求参考分) of every parcel: a visible sum of age, danger and density, each in [0, 1], over the parts
/// that are known. A part that is unknown is left out and the others take its weight; where less than half of the weight is
/// known, the need is unknown. Parts that are known nowhere in the city leave the score for the whole city
/// (<see cref="Weights"/>). Where only density is left, no scale of the house fits every kind of town, and density becomes
/// the parcel's rank among the built parcels of this city (<see cref="IsRelative"/>).
/// </summary>
public sealed class NeedScores
{
    private const double LeastKnownShare = 0.5;

    private readonly double[] _ages;
    private readonly double[] _dangers;
    private readonly double[] _densities;
    private readonly double[] _scores;
    private readonly double[] _knownShares;

    private NeedScores(int parcels)
    {
        _ages = new double[parcels];
        _dangers = new double[parcels];
        _densities = new double[parcels];
        _scores = new double[parcels];
        _knownShares = new double[parcels];
    }

    /// <summary>Number of parcels.</summary>
    public int Count => _scores.Length;

    /// <summary>Need in [0, 1]; NaN where less than half of it is known.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Share of the weights in use that is known, in [0, 1].</summary>
    public ReadOnlySpan<double> KnownShares => _knownShares;

    /// <summary>Part of the buildings' age, in [0, 1], weighted by floor area; NaN where no year is known.</summary>
    public ReadOnlySpan<double> Ages => _ages;

    /// <summary>Part of the buildings' danger grades, in [0, 1], weighted by floor area; NaN where no grade is known.</summary>
    public ReadOnlySpan<double> Dangers => _dangers;

    /// <summary>Part of the covered share of the land, in [0, 1]; NaN where there is no building layer.</summary>
    public ReadOnlySpan<double> Densities => _densities;

    /// <summary>The weights in use for every parcel of the city.</summary>
    public NeedWeights Weights { get; private set; } = NeedWeights.Default;

    /// <summary>Whether density is a rank among the built parcels of this city: not comparable with other cities.</summary>
    public bool IsRelative { get; private set; }

    /// <summary>Whether any building's year is known, so that ages need a year to count from.</summary>
    public static bool NeedsYear(City city) => city.Buildings.YearBuilt.ContainsAnyExcept(Unknown.Integer);

    /// <summary>Scores every parcel of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What stands on its parcels.</param>
    /// <param name="year">The year that ages count from; not read where no building's year is known.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static NeedScores Of(City city, ParcelFacts facts, int year, int threads = 0, CancellationToken cancel = default)
    {
        var scores = new NeedScores(facts.Count);
        FixedChunks.Run(
            facts.Count,
            threads,
            (_, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    scores.Score(parcel, city.Buildings, facts, year);
                }
            },
            cancel);
        scores.Combine(facts.AreaM2);
        return scores;
    }

    private void Score(int parcel, Buildings buildings, ParcelFacts facts, int year)
    {
        double aged = 0, agedWeight = 0, graded = 0, gradedWeight = 0;
        foreach (var (building, area) in facts.BuildingShares.BuildingsOf(parcel))
        {
            var weight = WeightOf(building, area, facts.Buildings);
            if (buildings.YearBuilt[building] != Unknown.Integer)
            {
                aged += weight * NeedParts.OfAge(year, buildings.YearBuilt[building]);
                agedWeight += weight;
            }

            if (buildings.DangerGrades[building] != DangerGrade.Unknown)
            {
                graded += weight * NeedParts.OfDanger(buildings.DangerGrades[building]);
                gradedWeight += weight;
            }
        }

        _ages[parcel] = agedWeight > 0 ? aged / agedWeight : Unknown.Real;
        _dangers[parcel] = gradedWeight > 0 ? graded / gradedWeight : Unknown.Real;
        _densities[parcel] = buildings.Count > 0 ? NeedParts.OfDensity(facts.CoverageOf(parcel)) : Unknown.Real;
        _scores[parcel] = buildings.Count > 0 ? facts.CoverageOf(parcel) : Unknown.Real;
    }

    /// <summary>Floor area on the parcel; a building of unknown floor area weighs like one storey, its least.</summary>
    private static double WeightOf(int building, double area, BuildingFacts facts)
    {
        var floorArea = facts.FloorArea.Values[building];
        var footprint = facts.Footprint[building];
        return double.IsNaN(floorArea) || !(footprint > 0) ? area : floorArea * area / footprint;
    }

    /// <summary>Settles the weights of the city, then sums up. The scores hold the coverage until then.</summary>
    private void Combine(ReadOnlySpan<double> areas)
    {
        Weights = new NeedWeights(
            IsKnownAnywhere(_ages) ? NeedWeights.Default.Age : 0,
            IsKnownAnywhere(_dangers) ? NeedWeights.Default.Danger : 0,
            IsKnownAnywhere(_densities) ? NeedWeights.Default.Density : 0);
        if (Weights is { Age: 0, Danger: 0, Density: > 0 })
        {
            IsRelative = true;
            CoverageRanks.Of(_scores, areas).CopyTo(_densities, 0);
        }

        for (var parcel = 0; parcel < Count; parcel++)
        {
            double sum = 0, known = 0;
            Add(Weights.Age, _ages[parcel], ref sum, ref known);
            Add(Weights.Danger, _dangers[parcel], ref sum, ref known);
            Add(Weights.Density, _densities[parcel], ref sum, ref known);
            _knownShares[parcel] = Weights.Sum > 0 ? known / Weights.Sum : 0;
            _scores[parcel] = known > 0 && _knownShares[parcel] >= LeastKnownShare - 1e-9 ? sum / known : Unknown.Real;
        }
    }

    private static bool IsKnownAnywhere(double[] part) => Array.Exists(part, value => !double.IsNaN(value));

    private static void Add(double weight, double part, ref double sum, ref double known)
    {
        if (!double.IsNaN(part))
        {
            sum += weight * part;
            known += weight;
        }
    }
}
