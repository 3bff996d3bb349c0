using CityRenewal.Geo.Need;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>
/// What it is worth to have each node in an area: (need − threshold) × net area of its parcels, in millionths of a m²,
/// rounded up so that the bound holds. A parcel whose need is unknown gives nothing and costs nothing; so do streets.
/// </summary>
internal static class NodeBenefits
{
    /// <summary>Benefits of all nodes.</summary>
    public static long[] Of(LandNodes nodes, NeedScores need, double[] netAreas, double threshold)
    {
        var benefits = new long[nodes.Count];
        for (var node = 0; node < nodes.Count; node++)
        {
            double sum = 0;
            for (var i = nodes.ParcelStart[node]; i < nodes.ParcelStart[node + 1]; i++)
            {
                sum += Of(need.Scores[nodes.Parcels[i]], netAreas[nodes.Parcels[i]], threshold);
            }

            benefits[node] = (long)Math.Ceiling(sum / SearchLimits.BenefitUnit);
        }

        return benefits;
    }

    /// <summary>Benefit of one parcel, m².</summary>
    public static double Of(double need, double netArea, double threshold) =>
        double.IsNaN(need) ? 0 : (need - threshold) * netArea;
}
