namespace CityRenewal.Geo.Stores.GeoPackage.Versions;

/// <summary>What a version of a layer changed against the version before it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Before">The version before it; null for the first, which added all its rows.</param>
public sealed record LayerChange(LayerVersion Version, LayerVersion? Before)
{
    /// <summary>Rows whose id was not there before.</summary>
    public required ChangedRows Added { get; init; }

    /// <summary>Rows whose id is gone.</summary>
    public required ChangedRows Removed { get; init; }

    /// <summary>Rows that kept their id and have another outline or place.</summary>
    public required ChangedRows Moved { get; init; }

    /// <summary>Rows that kept their id and have other attributes; a row may be moved and edited.</summary>
    public required ChangedRows Edited { get; init; }

    /// <summary>How many rows have another value, by column; measures that follow from the outline are not counted.</summary>
    public required IReadOnlyList<(string Column, int Rows)> EditedColumns { get; init; }

    /// <summary>Columns in which something is known for the first time.</summary>
    public required IReadOnlyList<string> NewColumns { get; init; }

    /// <summary>Columns in which nothing is known any more.</summary>
    public required IReadOnlyList<string> GoneColumns { get; init; }
}

/// <summary>Some rows of a layer.</summary>
/// <param name="Count">How many.</param>
/// <param name="FirstIds">The first ids of them in the order of ids, at most <see cref="Shown"/>.</param>
public sealed record ChangedRows(int Count, IReadOnlyList<string> FirstIds)
{
    /// <summary>How many ids are kept.</summary>
    public const int Shown = 10;

    internal static ChangedRows Of(List<string> ids)
    {
        ids.Sort(StringComparer.Ordinal);
        return new ChangedRows(ids.Count, ids.Count > Shown ? ids[..Shown] : ids);
    }
}
