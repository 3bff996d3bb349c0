namespace CityRenewal.Geo.Compliance;

/// <summary>Another reading of what lies below the line of a share.</summary>
/// <param name="Id">Name of the reading, kebab-case.</param>
/// <param name="Below">The sum below the line.</param>
public sealed record ShareReading(string Id, Term Below);
