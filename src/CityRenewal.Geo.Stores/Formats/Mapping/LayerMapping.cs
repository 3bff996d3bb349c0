using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>How one layer of a file becomes a layer of the city.</summary>
/// <param name="Layer">Layer of the city.</param>
/// <param name="File">File name, or file/layer; an asterisk stands for any text.</param>
/// <param name="Line">Line in the mapping file; 0 for a preset.</param>
internal sealed record LayerMapping(string Layer, string File, int Line)
{
    /// <summary>Text encoding; null lets it be detected.</summary>
    public string? Encoding { get; init; }

    /// <summary>EPSG code, 0 for a local metric system; null where the file says it.</summary>
    public int? Crs { get; init; }

    /// <summary>The first coordinate is north, the second east: `axes: north_east`.</summary>
    public bool SwapAxes { get; init; }

    /// <summary>Fields that hold the id: the first that the file has.</summary>
    public IReadOnlyList<string> Id { get; init; } = [];

    /// <summary>Where each column of the city comes from.</summary>
    public IReadOnlyList<FieldRule> Fields { get; init; } = [];

    /// <summary>Who may see the layer; null leaves it to the import.</summary>
    public Classification? Classification { get; init; }

    /// <summary>Whether rows of one building code are parts of one building; null where the id field tells.</summary>
    public bool? GroupsParts { get; init; }

    /// <summary>How a preset is recognised; null for a mapping.</summary>
    public PresetSigns? Signs { get; init; }

    /// <summary>Ledgers whose fields are added to those of the layer.</summary>
    public IReadOnlyList<LedgerMapping> Ledgers { get; init; } = [];

    /// <summary>A preset takes fields that bear the name of a city column as they are, and does without fields that are missing.</summary>
    public bool IsPreset { get; init; }

    /// <summary>Whether the mapping means this layer of this file.</summary>
    public bool Means(string file, string layer, bool isOnlyLayer)
    {
        var slash = File.LastIndexOf('/');
        return slash < 0
            ? isOnlyLayer && Fits(File, file)
            : Fits(File[..slash], file) && Fits(File[(slash + 1)..], layer);
    }

    /// <summary>Whether the mapping means some layer of this file.</summary>
    public bool MeansFile(string file)
    {
        var slash = File.LastIndexOf('/');
        return Fits(slash < 0 ? File : File[..slash], file);
    }

    /// <summary>Whether a name fits a pattern in which an asterisk stands for any text, whatever the case.</summary>
    public static bool Fits(string pattern, string name)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);
        }

        var at = parts[0].Length;
        if (!name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase) || !name.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return at + parts[^1].Length <= name.Length;
    }
}

/// <summary>Where one column of the city comes from.</summary>
/// <param name="Column">Column of the city.</param>
/// <param name="Line">Line in the mapping file; 0 for a preset.</param>
internal sealed record FieldRule(CityColumn Column, int Line)
{
    /// <summary>Fields of the file; the first that knows the value is taken.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>
    /// The same value for every row; null where fields give it. One field in braces is replaced by its value: F{building_i}.
    /// </summary>
    public string? Constant { get; init; }

    /// <summary>The field in braces of the constant; null where there is none.</summary>
    public string? FieldInConstant =>
        Constant is { } text && text.IndexOf('{') is >= 0 and var open && text.IndexOf('}', open) is > 0 and var close
            ? text[(open + 1)..close]
            : null;

    /// <summary>What the words of the file mean.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a delivered 0 means unknown; null leaves it to the column.</summary>
    public bool? IsZeroUnknown { get; init; }

    /// <summary>Whether the words come with the tool, so that the report says what they were read as.</summary>
    public bool IsPreset { get; init; }

    /// <summary>Unit of the file's numbers; null where it is the column's own.</summary>
    public UnitRule? Unit { get; init; }
}

/// <summary>Unit of a number: one for all rows, or told by a field.</summary>
/// <param name="Factor">Factor for all rows; NaN where a field tells.</param>
/// <param name="Field">The field that tells.</param>
/// <param name="Factors">Factor by the field's word.</param>
internal sealed record UnitRule(double Factor, string? Field, IReadOnlyDictionary<string, double> Factors);
