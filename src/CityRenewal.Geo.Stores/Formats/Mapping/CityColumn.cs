using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A column of a city layer that an import can fill.</summary>
/// <param name="Name">Its name in the city file.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Words">The words it knows; empty where any text will do.</param>
internal sealed record CityColumn(string Name, ColumnKind Kind, IReadOnlyList<string> Words)
{
    private static readonly string[] NumberEndings = ["_m2", "_m", "_limit", "_share", "_count"];

    /// <summary>The columns of a layer, the id left out.</summary>
    public static IReadOnlyList<CityColumn> Of(string layer) =>
        LayerSchema.Find(layer) is { } schema
            ? [.. schema.Columns.Skip(1).Select(column => new CityColumn(column.Name, column.Kind, Vocabulary.WordsOf(layer, column.Name)))]
            : [];

    /// <summary>The column of that name; layers of zones take further numbers whose name ends in a unit.</summary>
    public static CityColumn? Find(string layer, string name)
    {
        var isFurther = LayerNames.Zones.Contains(layer) && NumberEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));
        return Of(layer).FirstOrDefault(column => column.Name == name)
            ?? (isFurther ? new CityColumn(name, ColumnKind.Real, []) : null);
    }

    /// <summary>Whether a whole number of the column is a year, so that dates are cut to their year.</summary>
    public bool IsYear => Name is "year_built" or "renewed_year";
}
