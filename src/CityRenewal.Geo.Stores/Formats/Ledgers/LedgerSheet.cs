namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A sheet as its file has it, before anybody knows which of its rows are headings.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Name">Name of the sheet; empty in a CSV.</param>
/// <param name="Rows">Rows that hold anything, from the top; a merged cell stands in every cell that it covers.</param>
/// <param name="Notes">What people should know about how it was read.</param>
internal sealed record LedgerSheet(string File, string Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<string> Notes)
{
    /// <summary>How people call it.</summary>
    public string Title => Name.Length == 0 ? File : $"{File}, sheet {Name}";
}

/// <summary>One row of a sheet.</summary>
/// <param name="Number">Its number as the program shows it, from 1.</param>
/// <param name="Cells">Texts from the first column on, trimmed; empty where there is nothing.</param>
internal readonly record struct SheetRow(int Number, string[] Cells)
{
    /// <summary>The text of a column; empty past the last one.</summary>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
