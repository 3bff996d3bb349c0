using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Blocks;

namespace CityRenewal.Geo.Samples;

/// <summary>Turns the rows of all cells into columns.</summary>
internal static class Joined
{
    /// <summary>Writes the text of a row as UTF-8 and returns its length.</summary>
    internal delegate int TextOf<T>(in T row, Span<byte> into);

    /// <summary>The rows of all cells in their order; empties the cells' own lists.</summary>
    public static T[] Rows<T>(IReadOnlyList<CellParcels> cells, Func<CellParcels, List<T>> rowsOf)
    {
        var rows = new T[cells.Sum(cell => rowsOf(cell).Count)];
        var next = 0;
        foreach (var cell in cells)
        {
            var own = rowsOf(cell);
            own.CopyTo(rows, next);
            next += own.Count;
            own.Clear();
            own.Capacity = 0;
        }

        return rows;
    }

    /// <summary>A column of texts that are written anew for every row.</summary>
    public static TextColumn Texts<T>(T[] rows, TextOf<T> write)
    {
        var column = new TextColumnBuilder();
        Span<byte> text = stackalloc byte[64];
        foreach (ref readonly var row in rows.AsSpan())
        {
            column.Add(text[..write(row, text)]);
        }

        return column.ToColumn();
    }

    /// <summary>A column of few different words.</summary>
    public static TextColumn Words<T>(T[] rows, Func<T, string> wordOf)
    {
        var known = new Dictionary<string, byte[]>();
        var column = new TextColumnBuilder();
        foreach (var row in rows)
        {
            var word = wordOf(row);
            if (!known.TryGetValue(word, out var bytes))
            {
                known.Add(word, bytes = Encoding.UTF8.GetBytes(word));
            }

            column.Add(bytes.AsSpan());
        }

        return column.ToColumn();
    }

    /// <summary>A column of real numbers.</summary>
    public static double[] Numbers<T>(T[] rows, Func<T, double> numberOf) => Array.ConvertAll(rows, row => numberOf(row));

    /// <summary>A column of whole numbers; negative ones stand for "unknown".</summary>
    public static int[] Integers<T>(T[] rows, Func<T, int> numberOf) =>
        Array.ConvertAll(rows, row => numberOf(row) is >= 0 and var number ? number : Unknown.Integer);
}
