namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>What somebody says of a finding.</summary>
/// <param name="Text">The opinion or answer.</param>
/// <param name="Reason">Why; empty where an answer gives none.</param>
/// <param name="Author">Who says it.</param>
/// <param name="Time">When, as ISO 8601 with its offset.</param>
public sealed record OpinionWording(string Text, string Reason, string Author, string Time);
