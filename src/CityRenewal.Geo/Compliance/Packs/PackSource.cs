namespace CityRenewal.Geo.Compliance;

/// <summary>A text that rules cite.</summary>
/// <param name="Id">Name inside the pack.</param>
/// <param name="Title">Its title as published.</param>
/// <param name="Number">Its document number; empty where it has none.</param>
/// <param name="Date">Its date, yyyy-MM-dd; empty where unknown.</param>
/// <param name="Address">Where it can be read; empty where nowhere in the open.</param>
public sealed record PackSource(string Id, string Title, string Number, string Date, string Address);
