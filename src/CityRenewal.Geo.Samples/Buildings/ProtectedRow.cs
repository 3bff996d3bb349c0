namespace CityRenewal.Geo.Samples.Buildings;

/// <summary>A protected item of a cell.</summary>
/// <param name="Kind">historic_building, traditional_building, immovable_relic or old_tree.</param>
/// <param name="Parcel">Planning unit and number of its parcel.</param>
/// <param name="Building">Number of its building on that parcel; 0 where it is none or the list does not say.</param>
internal readonly record struct ProtectedRow(string Kind, (int Unit, int Number) Parcel, int Building);
