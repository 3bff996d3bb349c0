namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>One sheet of a workbook as people fill it in.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Rows">Rows of cells: text, int, double, or null for an empty one.</param>
/// <param name="Merged">Merged ranges, such as A1:H1.</param>
public sealed record Workbook(string Name, IReadOnlyList<IReadOnlyList<object?>> Rows, IReadOnlyList<string> Merged)
{
    /// <summary>Rows at the top that stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Width of each column in letters, from the first on; empty leaves it to the program.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>Ranges that offer a list of words to choose from, such as Y3:Y900.</summary>
    public IReadOnlyList<(string Range, IReadOnlyList<string> Words)> Choices { get; init; } = [];
}
