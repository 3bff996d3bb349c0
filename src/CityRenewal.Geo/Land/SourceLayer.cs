namespace CityRenewal.Geo.Land;

/// <summary>
/// A layer as it was delivered: original coordinates in its own reference system, attributes by column, nothing snapped.
/// Importers and the sample produce it, the city file keeps it for ever, and a city is assembled from it.
/// </summary>
public sealed class SourceLayer
{
    /// <summary>One of <see cref="LayerNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>EPSG code of the coordinates; 0 for a declared local metric system.</summary>
    public required int Epsg { get; init; }

    /// <summary>Original coordinates, x east (or longitude) and y north (or latitude) whatever the official axis order is.</summary>
    public required SourceShapes Shapes { get; init; }

    /// <summary>Attribute columns in the names of the city file, every one with as many rows as there are shapes.</summary>
    public required IReadOnlyList<SourceColumn> Columns { get; init; }

    /// <summary>
    /// Number of each feature in the file it came from (fid of a GeoPackage, record from 0 of a Shapefile or GeoJSON);
    /// empty where the rows are numbered 1, 2, 3, …
    /// </summary>
    public long[] Fids { get; init; } = [];

    /// <summary>Where the layer came from, for people: a file name, or the generator.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The files that the layer was joined from, in the order of their rows; empty where it came as one.</summary>
    public IReadOnlyList<LayerSheet> Sheets { get; init; } = [];

    /// <summary>Who may see the layer.</summary>
    public Classification Classification { get; init; } = Classification.Internal;

    /// <summary>Number of a feature in the file it came from.</summary>
    public long FidOf(int row) => Fids.Length == 0 ? row + 1 : Fids[row];

    /// <summary>The file that a feature came from; empty where the layer came as one.</summary>
    public string FileOf(int row) => Sheets.LastOrDefault(sheet => sheet.FirstRow <= row)?.File ?? "";

    /// <summary>The same layer with other columns.</summary>
    public SourceLayer WithColumns(IReadOnlyList<SourceColumn> columns) => new()
    {
        Name = Name, Epsg = Epsg, Shapes = Shapes, Columns = columns, Fids = Fids, Origin = Origin, Sheets = Sheets,
        Classification = Classification,
    };

    /// <summary>The column of that name, or null.</summary>
    public SourceColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
