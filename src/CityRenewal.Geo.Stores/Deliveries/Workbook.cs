namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>One sheet of a workbook as people fill it in.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Rows">Rows of cells: text, int, double, or null for an empty one.</param>
/// <param name="Merged">Merged ranges, such as A1:H1.</param>
public sealed record Workbook(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<string> Merged);
