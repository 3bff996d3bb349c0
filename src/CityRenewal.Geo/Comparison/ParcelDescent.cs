namespace CityRenewal.Geo.Comparison;

/// <summary>A parcel of a version that the city does not have under this id, and what lies there now (地块沿革).</summary>
/// <param name="Id">The id as the version has it.</param>
/// <param name="Parcels">Rows of the city's parcels on its land, ascending; empty where none lies there.</param>
public sealed record ParcelDescent(string Id, IReadOnlyList<int> Parcels);
