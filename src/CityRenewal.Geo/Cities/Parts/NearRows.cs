using CityRenewal.Geo.Defects;

namespace CityRenewal.Geo.Cities;

/// <summary>The rows of a grid whose box meets another box.</summary>
internal static class NearRows
{
    /// <summary>Ascending, each row once.</summary>
    public static IReadOnlyList<int> Of(RowGrid grid, RowBox box)
    {
        var cells = grid.CellsOf(box);
        var rows = new SortedSet<int>();
        for (var y = cells.MinY; y <= cells.MaxY; y++)
        {
            for (var x = cells.MinX; x <= cells.MaxX; x++)
            {
                foreach (var row in grid.Rows(x, y))
                {
                    if (grid.BoxOf(row).Meets(box))
                    {
                        rows.Add(row);
                    }
                }
            }
        }

        return [.. rows];
    }
}
