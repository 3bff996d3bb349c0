using CityRenewal.Geo.Land;

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
    string File, string SourceLayer, string Layer, int Features, int Epsg, IReadOnlyList<string> Notes)
{
    /// <summary>Values that were not taken as they are written, by column and rule, most rows first.</summary>
    public IReadOnlyList<ImportedReading> Readings { get; init; } = [];

    /// <summary>Who may see the layer.</summary>
    public Classification Classification { get; init; } = Classification.Internal;
}

/// <summary>A written value and what it was read as.</summary>
/// <param name="Column">Column of the city.</param>
/// <param name="Written">The value in the file.</param>
/// <param name="Read">What it became; "unknown" where it says nothing.</param>
/// <param name="Rule">How it was understood.</param>
/// <param name="Rows">Number of rows that have it.</param>
public sealed record ImportedReading(string Column, string Written, string Read, string Rule, int Rows);
