using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A field that fills a column.</summary>
/// <param name="Field">The field.</param>
/// <param name="Factor">Factor from its unit to the column's, where no field of units tells.</param>
/// <param name="IsOfWhole">Whether it speaks of the whole building, where the column is about the storeys below ground.</param>
internal sealed record FieldSource(SourceColumn Field, double Factor = 1, bool IsOfWhole = false);
