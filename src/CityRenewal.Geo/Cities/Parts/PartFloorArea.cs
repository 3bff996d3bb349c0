using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Cities;

/// <summary>
/// Floor area of a building of parts: what the parts give, and storeys × footprint for those that give none, every spot
/// counted once up to its highest part. A storey that is a row of its own counts with its footprint.
/// </summary>
internal sealed class PartFloorArea(PartColumns columns, IReadOnlyList<int> rows, StackedOutlines outlines)
{
    /// <summary>The sum in m² and whether any of it was computed; NaN where a part tells nothing.</summary>
    /// <param name="squareMetres">Square metres in one square of the system's unit.</param>
    public (double Value, bool IsComputed) Of(double squareMetres)
    {
        double given = 0;
        var silent = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (double.IsNaN(columns.FloorArea(rows[i])))
            {
                silent.Add(i);
            }
            else
            {
                given += columns.FloorArea(rows[i]);
            }
        }

        silent.RemoveAll(i => columns.IsBasement(rows[i]));
        if (silent.Count == 0)
        {
            return (given, false);
        }

        var blocks = silent.Where(i => columns.Level(rows[i]) is null).ToList();
        return blocks.Any(i => columns.Storeys(rows[i]) is null)
            ? (double.NaN, true)
            : (given + (squareMetres * (OfLevels(silent) + OfBlocks(blocks, squareMetres))), true);
    }

    // Two rows of one storey may overlap; a row of the storey that gives its floor area has its footprint taken off.
    private double OfLevels(List<int> silent)
    {
        double sum = 0;
        foreach (var level in silent.Where(i => columns.Level(rows[i]) is not null).Select(i => columns.Level(rows[i])).Distinct())
        {
            var all = Enumerable.Range(0, rows.Count).Where(i => columns.Level(rows[i]) == level).ToList();
            var known = all.Where(i => !silent.Contains(i)).ToList();
            sum += Flat(all) - Flat(known);
        }

        return sum;
    }

    // Storeys that hang below the street stand on nothing: they are a stack of their own.
    private double OfBlocks(List<int> silent, double squareMetres)
    {
        double sum = 0;
        foreach (var isHanging in new[] { false, true })
        {
            var wanted = silent.Where(i => columns.IsHanging(rows[i]) == isHanging).ToList();
            var known = Enumerable.Range(0, rows.Count)
                .Where(i => !silent.Contains(i) && columns.Level(rows[i]) is null && columns.IsHanging(rows[i]) == isHanging && !columns.IsBasement(rows[i]))
                .ToList();
            var heights = Enumerable.Range(0, rows.Count).Select(i => HeightOf(i, squareMetres)).ToList();
            sum += wanted.Count == 0 ? 0 : outlines.Volume([.. wanted, .. known], heights) - outlines.Volume(known, heights);
        }

        return sum;
    }

    private double Flat(List<int> members) => outlines.Volume(members, [.. Enumerable.Repeat(1.0, rows.Count)]);

    // Without storeys, what a part gives is as high as its floor area needs.
    private double HeightOf(int i, double squareMetres) =>
        columns.Storeys(rows[i]) ?? (double.IsNaN(columns.FloorArea(rows[i])) ? 0 : columns.FloorArea(rows[i]) / (outlines.AreaOf(i) * squareMetres));
}
