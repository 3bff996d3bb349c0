using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A column of a city layer that an import can fill.</summary>
/// <param name="Name">Its name in the city file.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Words">The words it knows; empty where any text will do.</param>
internal sealed record CityColumn(string Name, ColumnKind Kind, IReadOnlyList<string> Words)
{
    // Said of a part of a building, and spent when the parts become buildings.
    private static readonly CityColumn[] OfParts =
    [
        new("part_id", ColumnKind.Text, []), new("part_storey", ColumnKind.Integer, []), new("part_kind", ColumnKind.Text, Vocabulary.WordsOf(LayerNames.Buildings, "part_kind")),
    ];

    // What nobody would deliver for a thing of nothing: a building without storeys, a year nought.
    private static readonly HashSet<string> NeverZero =
    [
        "year_built", "renewed_year", "storeys_above", "floor_area_m2", "declared_area_m2", "far_limit", "height_limit_m",
        "max_height_m", "density_limit", "width_m",
    ];

    private static readonly string[] NumberEndings = ["_m2", "_m", "_limit", "_share", "_count"];

    /// <summary>The columns of a layer, the id left out.</summary>
    public static IReadOnlyList<CityColumn> Of(string layer) =>
        LayerSchema.Find(layer) is { } schema
            ? [.. schema.Columns.Skip(1).Select(column => new CityColumn(column.Name, column.Kind, Vocabulary.WordsOf(layer, column.Name))),
                .. layer == LayerNames.Buildings ? OfParts : []]
            : [];

    /// <summary>The column of that name; layers of zones take further numbers whose name ends in a unit.</summary>
    public static CityColumn? Find(string layer, string name)
    {
        var isFurther = LayerNames.Zones.Contains(layer) && NumberEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
        return Of(layer).FirstOrDefault(column => column.Name == name)
            ?? (isFurther ? new CityColumn(name, ColumnKind.Real, []) : null);
    }

    /// <summary>Whether a delivered 0 means unknown where the mapping does not say.</summary>
    public bool IsNeverZero => NeverZero.Contains(Name);

    /// <summary>Whether a whole number of the column is a year, so that dates are cut to their year.</summary>
    public bool IsYear => Name is "year_built" or "renewed_year";
}
