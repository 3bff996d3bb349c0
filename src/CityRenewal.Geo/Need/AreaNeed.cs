using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Need;

/// <summary>The need of an area as its parts show it: what areas are ranked by.</summary>
/// <param name="Id">Name of the area.</param>
/// <param name="Parts">
/// Every part in the order of <see cref="NeedPartWords.All"/>: mean over the parcels where it is known, weighted by net
/// area, in [0, 1]; NaN where it is known for none.
/// </param>
/// <param name="Weights">The weights of the parts.</param>
public sealed record AreaNeed(string Id, IReadOnlyList<double> Parts, NeedWeights Weights)
{
    /// <summary>The weighted sum over the known parts, in [0, 1]; NaN where less than half of the weight is known.</summary>
    public double Need
    {
        get
        {
            var sum = new NeedSum(Weights);
            foreach (var part in NeedPartWords.All)
            {
                sum.Add(part, Parts[(int)part]);
            }

            return sum.Need;
        }
    }

    /// <summary>The need of an area.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="columns">The parts of every parcel of the city.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="parcels">Its parcels, ascending.</param>
    /// <param name="netAreas">Net area of every parcel of the city, m².</param>
    public static AreaNeed Of(
        string id, NeedColumns columns, NeedWeights weights, IReadOnlyList<int> parcels, ReadOnlySpan<double> netAreas)
    {
        var means = new double[NeedPartWords.All.Count];
        foreach (var part in NeedPartWords.All)
        {
            means[(int)part] = MeanOf(columns[part], parcels, netAreas);
        }

        return new AreaNeed(id, means, weights);
    }

    private static double MeanOf(ReadOnlySpan<double> column, IReadOnlyList<int> parcels, ReadOnlySpan<double> netAreas)
    {
        double sum = 0, known = 0;
        foreach (var parcel in column.IsEmpty ? [] : parcels)
        {
            if (!double.IsNaN(column[parcel]))
            {
                sum += netAreas[parcel] * column[parcel];
                known += netAreas[parcel];
            }
        }

        return known > 0 ? sum / known : Unknown.Real;
    }
}
