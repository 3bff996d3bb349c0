namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>A small table without geometry.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Title">What people read as its name, Chinese and English.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a text per column.</param>
internal sealed record NamedTable(
    string Name, string Title, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<string?>> Rows);
