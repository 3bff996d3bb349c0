namespace CityRenewal.Geo.Delineation;

/// <summary>
/// How different two plans are: the Jaccard distance of the land that they choose, 1 − shared ÷ together. 0 is the same land, 1 is
/// no common parcel.
/// </summary>
public static class LandDifference
{
    /// <summary>The distance of two sets of parcels, in [0, 1]; 0 where both are empty.</summary>
    /// <param name="one">Parcels of one plan.</param>
    /// <param name="other">Parcels of the other.</param>
    /// <param name="areas">Area of every parcel of the city, m².</param>
    public static double Of(IEnumerable<int> one, IEnumerable<int> other, double[] areas)
    {
        var first = one.ToHashSet();
        double shared = 0, together = first.Sum(parcel => areas[parcel]);
        foreach (var parcel in other)
        {
            shared += first.Contains(parcel) ? areas[parcel] : 0;
            together += first.Contains(parcel) ? 0 : areas[parcel];
        }

        return together > 0 ? 1 - (shared / together) : 0;
    }
}
