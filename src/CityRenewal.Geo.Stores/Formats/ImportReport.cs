namespace CityRenewal.Geo.Stores.Formats;

/// <summary>What an import took from where, and what it left.</summary>
/// <param name="CityName">Name of the city, where the mapping gives one.</param>
/// <param name="BaselineYear">The year ages count from, where one is given.</param>
/// <param name="Sources">Every layer of every file, in the order they were given.</param>
public sealed record ImportReport(string CityName, int? BaselineYear, IReadOnlyList<ImportedSource> Sources);

/// <summary>One layer of one file.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="SourceLayer">Name of the layer in it.</param>
/// <param name="Layer">The city's layer that it became; empty where it was left out.</param>
/// <param name="Features">Number of features; 0 where it was left out.</param>
/// <param name="Epsg">Reference system; 0 for a local one.</param>
/// <param name="Notes">How its reference system and encoding were settled, and what else people should know.</param>
public sealed record ImportedSource(
    string File, string SourceLayer, string Layer, int Features, int Epsg, IReadOnlyList<string> Notes);
