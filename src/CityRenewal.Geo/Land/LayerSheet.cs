namespace CityRenewal.Geo.Land;

/// <summary>One of the files that a layer was joined from: its rows follow one another.</summary>
/// <param name="File">Name of the file, with the layer in it where it has several.</param>
/// <param name="FirstRow">The first row that came from it.</param>
public sealed record LayerSheet(string File, int FirstRow);
