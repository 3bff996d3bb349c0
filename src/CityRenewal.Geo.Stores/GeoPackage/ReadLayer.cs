using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>A layer as it was read from a GeoPackage, and what a reader must know about it.</summary>
public sealed class ReadLayer
{
    /// <summary>Coordinates and attributes; the name is the table's, columns keep their raw names, Epsg is 0 where none is named.</summary>
    public required SourceLayer Layer { get; init; }

    /// <summary>What the file says about the layer.</summary>
    public required FeatureTable Table { get; init; }

    /// <summary>What could not be kept as it was.</summary>
    public required IReadOnlyList<ReadNote> Notes { get; init; }
}

/// <summary>Something that was left out or changed on reading.</summary>
/// <param name="Code">third_dimension_dropped, other_kind_left_out, unreadable_geometry, empty_geometry, or binary_column_left_out.</param>
/// <param name="Message">The sentence for people.</param>
/// <param name="Fids">The features meant; empty where the whole layer is.</param>
public sealed record ReadNote(string Code, string Message, IReadOnlyList<long> Fids);
