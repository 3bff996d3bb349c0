using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Need;

/// <summary>
/// The need of every parcel under categories: the highest among the profiles of its labels; a parcel without a label
/// has the general profile.
/// </summary>
public sealed class CategoryNeeds
{
    /// <summary>Stands for the general profile.</summary>
    public const int General = -1;

    private readonly NeedWeights[] _profiles;
    private readonly NeedWeights _general;
    private readonly NeedColumns _parts;
    private readonly sbyte[] _winners;

    internal CategoryNeeds(
        NeedColumns parts, CategoryDefinitions definitions, uint[] labels, int threads, CancellationToken cancel)
    {
        _parts = parts;
        _general = definitions.GeneralProfile.KnownIn(parts);
        _profiles = [.. definitions.Categories.Select(category => category.Weights.KnownIn(parts))];
        _winners = new sbyte[parts.Count];
        var (scores, shares) = (new double[parts.Count], new double[parts.Count]);
        FixedChunks.Run(
            parts.Count,
            threads,
            (_, start, end) =>
            {
                for (var parcel = start; parcel < end; parcel++)
                {
                    (scores[parcel], shares[parcel], _winners[parcel]) = Best(parcel, labels[parcel]);
                }
            },
            cancel);
        Highest = new NeedScores(parts, _general, scores, shares);
    }

    /// <summary>The needs of a city in which only some parcels are others than before; null where the profiles have become others for all.</summary>
    internal static CategoryNeeds? After(CategoryNeeds before, NeedColumns parts, CategoryDefinitions definitions, uint[] labels, IReadOnlyList<int> rows)
    {
        var needs = new CategoryNeeds(before, parts, definitions, labels, rows);
        return needs.HasProfilesOf(before) ? needs : null;
    }

    /// <summary>Whether every parcel has the need under both that its own evidence gives it.</summary>
    internal bool HasProfilesOf(CategoryNeeds other) =>
        _general == other._general && _profiles.SequenceEqual(other._profiles) && !_parts.IsRelative && !other._parts.IsRelative;

    private CategoryNeeds(CategoryNeeds before, NeedColumns parts, CategoryDefinitions definitions, uint[] labels, IReadOnlyList<int> rows)
    {
        _parts = parts;
        _general = definitions.GeneralProfile.KnownIn(parts);
        _profiles = [.. definitions.Categories.Select(category => category.Weights.KnownIn(parts))];
        _winners = new sbyte[parts.Count];
        var (scores, shares) = (new double[parts.Count], new double[parts.Count]);
        before._winners.CopyTo(_winners, 0);
        before.Highest.Scores.CopyTo(scores);
        before.Highest.KnownShares.CopyTo(shares);
        foreach (var row in rows)
        {
            (scores[row], shares[row], _winners[row]) = Best(row, labels[row]);
        }

        Highest = new NeedScores(parts, _general, scores, shares);
    }

    /// <summary>
    /// The scores, as every other user of needs takes them; unknown where they are in the profiles of all labels.
    /// </summary>
    public NeedScores Highest { get; }

    /// <summary>
    /// Per parcel the category whose profile won, ties by definition; <see cref="General"/> where it has no label.
    /// </summary>
    public ReadOnlySpan<sbyte> Winners => _winners;

    /// <summary>
    /// The weights in use of a category, or of <see cref="General"/>: those of parts known nowhere in the city are 0.
    /// </summary>
    public NeedWeights ProfileOf(int category) => category == General ? _general : _profiles[category];

    /// <summary>
    /// Need of a parcel in the profile of a category, or of <see cref="General"/>, in [0, 1]; NaN where unknown.
    /// </summary>
    public double Of(int parcel, int category) => NeedSum.Of(_parts, parcel, ProfileOf(category)).Need;

    /// <summary>
    /// The mean of the profiles that won on an area's parcels, weighted by net area: what its need was summed with.
    /// </summary>
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

        return whole > 0 ? NeedWeights.From(part => sums[(int)part] / whole) : _general;
    }

    // The first label stands even where its need is unknown; a later one takes over only where it is known and higher.
    private (double Score, double KnownShare, sbyte Winner) Best(int parcel, uint labels)
    {
        (double Score, double KnownShare, sbyte Winner)? best = null;
        for (var category = labels == 0 ? General : 0; category < (labels == 0 ? 0 : _profiles.Length); category++)
        {
            if (category == General || (labels >> category & 1) != 0)
            {
                var sum = NeedSum.Of(_parts, parcel, ProfileOf(category));
                if (best is not { } so || sum.Need > so.Score || (double.IsNaN(so.Score) && sum.IsKnown))
                {
                    best = (sum.Need, sum.KnownShare, (sbyte)category);
                }
            }
        }

        return best ?? (Unknown.Real, 0, General);
    }
}
