namespace CityRenewal.Geo.Repairs;

/// <summary>An area as it might become.</summary>
/// <param name="Parcels">Its parcels, ascending.</param>
/// <param name="Kept">Buildings whose demolition by choice is given up, ascending.</param>
/// <param name="Cost">What the change costs against the area as it is.</param>
internal sealed record TrialArea(int[] Parcels, int[] Kept, ChangeCost Cost);
