using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>A file with shapes as an office hands it over.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Format">What it is.</param>
/// <param name="Layers">Its layers under the office's names of layers and fields, in the system it uses.</param>
public sealed record OfficeFile(string Name, OfficeFormat Format, IReadOnlyList<SourceLayer> Layers)
{
    /// <summary>Encoding of names and texts, where the format leaves a choice.</summary>
    public string Encoding { get; init; } = "GBK";

    /// <summary>Whether the file says its reference system, where the format leaves a choice.</summary>
    public bool SaysSystem { get; init; } = true;

    /// <summary>Whether the file says its encoding, where the format leaves a choice.</summary>
    public bool SaysEncoding { get; init; }
}

/// <summary>A table without shapes.</summary>
/// <param name="Name">File name.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Rows">Rows of cells, titles and headings included: text, int, double, or null.</param>
/// <param name="Merged">Merged ranges; empty for plain text.</param>
public sealed record OfficeLedger(
    string Name, string Sheet, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<string> Merged);

/// <summary>What one written value means.</summary>
/// <param name="File">The file it is written in.</param>
/// <param name="Layer">The city's layer.</param>
/// <param name="Id">The feature's id in the city.</param>
/// <param name="Column">The city's column.</param>
/// <param name="Written">What is written.</param>
/// <param name="Value">What it means; empty where nobody can know.</param>
public sealed record OfficeTruth(string File, string Layer, string Id, string Column, string Written, string Value);
