using CityRenewal.Geo.Land;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The categories (类别) of every parcel: none, one or several, each by evidence, "unknown" where the evidence is missing. A
/// parcel's need is the highest among the profiles of its labels; one without a label has the general profile.
/// </summary>
public sealed class CategoryLabels
{
    /// <summary>Stands for the general profile in <see cref="Winners"/>.</summary>
    public const int General = -1;

    private readonly CategoryMeters[] _meters;
    private readonly NeedWeights[] _profiles;
    private readonly uint[] _masks;
    private readonly uint[] _unknown;
    private readonly double[] _scores;
    private readonly double[] _knownShares;
    private readonly sbyte[] _winners;

    private CategoryLabels(CategoryGround ground, CategoryDefinitions definitions, NeedColumns parts)
    {
        Definitions = definitions;
        Parts = parts;
        GeneralProfile = definitions.GeneralProfile.KnownIn(parts);
        _meters = [.. definitions.Categories.Select(category => new CategoryMeters(category, ground))];
        _profiles = [.. definitions.Categories.Select(category => category.Weights.KnownIn(parts))];
        (_masks, _unknown) = (new uint[parts.Count], new uint[parts.Count]);
        (_scores, _knownShares) = (new double[parts.Count], new double[parts.Count]);
        _winners = new sbyte[parts.Count];
    }

    /// <summary>The definitions.</summary>
    public CategoryDefinitions Definitions { get; }

    /// <summary>The parts that every profile sums up.</summary>
    public NeedColumns Parts { get; }

    /// <summary>The weights in use for parcels without a label: those of parts known nowhere in the city are 0.</summary>
    public NeedWeights GeneralProfile { get; }

    /// <summary>Per parcel a bit for every label that it carries, bit i for category i.</summary>
    public ReadOnlySpan<uint> Masks => _masks;

    /// <summary>Per parcel a bit for every label of which nobody can tell.</summary>
    public ReadOnlySpan<uint> UnknownMasks => _unknown;

    /// <summary>Need of every parcel in [0, 1], the highest among its labels' profiles; NaN where unknown in all of them.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>Share of the weights of the winning profile that is known, in [0, 1].</summary>
    public ReadOnlySpan<double> KnownShares => _knownShares;

    /// <summary>Per parcel the category whose profile won, ties by definition; <see cref="General"/> where it has no label.</summary>
    public ReadOnlySpan<sbyte> Winners => _winners;

    /// <summary>Whether a parcel carries the label of a category.</summary>
    public CategoryAnswer this[int parcel, int category] =>
        (_masks[parcel] >> category & 1) != 0 ? CategoryAnswer.Yes
        : (_unknown[parcel] >> category & 1) != 0 ? CategoryAnswer.Unknown
        : CategoryAnswer.No;

    /// <summary>The weights in use of a category, or of <see cref="General"/>.</summary>
    public NeedWeights ProfileOf(int category) => category == General ? GeneralProfile : _profiles[category];

    /// <summary>Need of a parcel in the profile of a category, or of <see cref="General"/>, in [0, 1]; NaN where unknown.</summary>
    public double NeedOf(int parcel, int category) => NeedSum.Of(Parts, parcel, ProfileOf(category)).Need;

    /// <summary>The categories of an area with their evidence.</summary>
    /// <param name="parcels">Its parcels, ascending.</param>
    /// <param name="netAreas">Net area of every parcel of the city, m².</param>
    public AreaCategories OfArea(IReadOnlyList<int> parcels, ReadOnlySpan<double> netAreas) =>
        AreaCategories.Of(this, _meters, parcels, netAreas);

    /// <summary>The mean of the profiles that won on an area's parcels, weighted by net area: what its need was summed with.</summary>
    /// <param name="parcels">Its parcels, ascending.</param>
    /// <param name="netAreas">Net area of every parcel of the city, m².</param>
    public NeedWeights MeanProfile(IReadOnlyList<int> parcels, ReadOnlySpan<double> netAreas)
    {
        var sums = new double[NeedPartWords.All.Count];
        double whole = 0;
        foreach (var parcel in parcels)
        {
            whole += netAreas[parcel];
            foreach (var part in NeedPartWords.All)
            {
                sums[(int)part] += netAreas[parcel] * ProfileOf(_winners[parcel])[part];
            }
        }

        return whole > 0 ? NeedWeights.From(part => sums[(int)part] / whole) : GeneralProfile;
    }

    /// <summary>Labels every parcel of a city.</summary>
    /// <param name="city">The city.</param>
    /// <param name="facts">What lies on its parcels.</param>
    /// <param name="definitions">The categories.</param>
    /// <param name="year">The year that ages count from; read only where <see cref="NeedColumns.NeedsYear"/>.</param>
    /// <param name="threads">Threads to use, 0 for all; the result does not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Lists everything that is wrong with the definitions.</exception>
    public static CategoryLabels Of(
        City city, ParcelFacts facts, CategoryDefinitions definitions, int year, int threads = 0,
        CancellationToken cancel = default)
    {
        var problems = CategoryDefinitionChecks.Problems(definitions);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(definitions));
        }

        var parts = NeedColumns.Of(city, facts, year, threads, cancel);
        var labels = new CategoryLabels(new CategoryGround(city, facts, year), definitions, parts);
        FixedChunks.Run(
            facts.Count,
            threads,
            (_, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    labels.Label(parcel);
                    labels.Score(parcel);
                }
            },
            cancel);
        return labels;
    }

    private void Label(int parcel)
    {
        for (var category = 0; category < _meters.Length; category++)
        {
            var answer = _meters[category].AnswerFor(parcel);
            _masks[parcel] |= answer == CategoryAnswer.Yes ? 1u << category : 0;
            _unknown[parcel] |= answer == CategoryAnswer.Unknown ? 1u << category : 0;
        }
    }

    private void Score(int parcel)
    {
        _winners[parcel] = General;
        _scores[parcel] = Unknown.Real;
        for (var category = _masks[parcel] == 0 ? General : 0; category < _meters.Length; category++)
        {
            if (category == General || this[parcel, category] == CategoryAnswer.Yes)
            {
                Take(parcel, category);
            }
        }
    }

    // The first label stands even where its need is unknown; a later one takes over only where it is higher.
    private void Take(int parcel, int category)
    {
        var sum = NeedSum.Of(Parts, parcel, ProfileOf(category));
        var isFirst = category == General || (_masks[parcel] & ((1u << category) - 1)) == 0;
        if (isFirst || sum.Need > _scores[parcel] || (double.IsNaN(_scores[parcel]) && sum.IsKnown))
        {
            (_scores[parcel], _knownShares[parcel], _winners[parcel]) = (sum.Need, sum.KnownShare, (sbyte)category);
        }
    }
}
