using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A layer as its file has it: original coordinates, original field names, before any mapping.</summary>
internal sealed record DeliveredLayer
{
    /// <summary>Name of the file, without its folder.</summary>
    public required string File { get; init; }

    /// <summary>Name of the layer in the file.</summary>
    public required string Name { get; init; }

    /// <summary>Coordinates as delivered, x east and y north.</summary>
    public required SourceShapes Shapes { get; init; }

    /// <summary>Number of each feature in the file.</summary>
    public required long[] Fids { get; init; }

    /// <summary>Attributes under the field names of the file.</summary>
    public required IReadOnlyList<SourceColumn> Columns { get; init; }

    /// <summary>The fields that a ledger lent: what they say is of the whole feature, also where it comes in several rows.</summary>
    public IReadOnlyList<string> LentFields { get; init; } = [];

    /// <summary>What the file says about its reference system.</summary>
    public required ReferenceSystemClue Clue { get; init; }

    /// <summary>What went wrong feature by feature while reading; the layer's name is that of the file.</summary>
    public IReadOnlyList<Defect> Defects { get; init; } = [];

    /// <summary>What people should know about how the file was read: its encoding and why, a missing index.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the city is to keep about where its coordinates came from, besides the file; empty for nothing.</summary>
    public string OriginNote { get; init; } = "";

    /// <summary>The field of that name, whatever its case; a longer name also finds a field cut to ten bytes.</summary>
    public SourceColumn? Field(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? Columns.FirstOrDefault(column => IsCut(column.Name, name));

    // Ten bytes are ten letters, five characters of GBK or three of UTF-8.
    private bool IsCut(string field, string name)
    {
        if (name.Length <= field.Length || field.Length < 3 || !name.StartsWith(field, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var isTable = File.EndsWith(".shp", StringComparison.OrdinalIgnoreCase) || File.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        return field.Length == 10
            || (isTable && name.Any(letter => letter > '\u007f')
                && (TextEncodings.Gb18030.GetByteCount(field) is 9 or 10 || System.Text.Encoding.UTF8.GetByteCount(field) is 9 or 10));
    }
}

/// <summary>What a file says about its reference system: a code, a text, or nothing.</summary>
/// <param name="Epsg">EPSG code, where the file gives one.</param>
/// <param name="WellKnownText">Definition as text, where the file gives one.</param>
/// <param name="Source">Where it was found: the .prj, the crs member, the table of the GeoPackage.</param>
internal sealed record ReferenceSystemClue(int? Epsg, string? WellKnownText, string Source)
{
    public static readonly ReferenceSystemClue None = new(null, null, "");
}
