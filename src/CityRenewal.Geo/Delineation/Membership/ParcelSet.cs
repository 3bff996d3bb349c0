namespace CityRenewal.Geo.Delineation;

/// <summary>Parcels that lie in one area together or in none, or that cost where they are split.</summary>
/// <param name="Parcels">The parcels, ascending.</param>
/// <param name="Price">What each m² or parcel that is left out costs, m² of benefit; infinite where the set is never split.</param>
internal sealed record ParcelSet(int[] Parcels, double Price)
{
    /// <summary>Whether the price is of a parcel that is wanted together with others, not of a m².</summary>
    public bool IsPerParcel { get; init; }

    /// <summary>The limit by the word of the request.</summary>
    public string Limit => IsPerParcel ? "link_prices" : "keep_whole";

    /// <summary>How much of a set a parcel is: 1, or its net land.</summary>
    public double SizeOf(int parcel, double[] netAreas) => IsPerParcel ? 1 : netAreas[parcel];
}
