using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Need;

/// <summary>
/// A need score as the sum of its known parts: a part that is unknown is left out and the others take its weight; where
/// less than half of the weight is known, the need is unknown.
/// </summary>
internal ref struct NeedSum(NeedWeights weights)
{
    private const double LeastKnownShare = 0.5;

    private double _sum;
    private double _known;

    /// <summary>Share of the weights that is known, in [0, 1].</summary>
    public readonly double KnownShare => weights.Sum > 0 ? _known / weights.Sum : 0;

    /// <summary>The need in [0, 1]; NaN where less than half of it is known.</summary>
    public readonly double Need => IsKnown ? _sum / _known : Unknown.Real;

    /// <summary>Whether enough of it is known.</summary>
    public readonly bool IsKnown => _known > 0 && KnownShare >= LeastKnownShare - 1e-9;

    /// <summary>Adds a part; NaN is unknown.</summary>
    public void Add(NeedPart part, double value)
    {
        if (!double.IsNaN(value))
        {
            _sum += weights[part] * value;
            _known += weights[part];
        }
    }

    /// <summary>The sum of a parcel's parts.</summary>
    public static NeedSum Of(NeedColumns parts, int parcel, NeedWeights weights)
    {
        var sum = new NeedSum(weights);
        for (var part = NeedPart.Age; part <= NeedPart.EarlierRenewal; part++)
        {
            var column = parts[part];
            if (!column.IsEmpty)
            {
                sum.Add(part, column[parcel]);
            }
        }

        return sum;
    }
}
