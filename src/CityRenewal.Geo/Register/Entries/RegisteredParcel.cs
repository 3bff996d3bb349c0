namespace CityRenewal.Geo.Register;

/// <summary>A parcel of an entry as it was when the entry was registered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="LandM2">Its area, m².</param>
/// <param name="District">Id of the district that holds most of it; empty where none is known.</param>
/// <param name="Street">The same of the street.</param>
/// <param name="Community">The same of the community.</param>
public sealed record RegisteredParcel(string Id, double LandM2, string District, string Street, string Community);
