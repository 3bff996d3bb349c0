namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A field that names or identifies people.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Reason">How it was recognised, for the report.</param>
internal sealed record PersonalField(string Name, string Reason);
