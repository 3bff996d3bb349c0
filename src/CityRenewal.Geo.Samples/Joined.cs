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
        Span<byte> text = stackalloc byte[64];
        var start = new int[rows.Length + 1];
        for (var i = 0; i < rows.Length; i++)
        {
            start[i + 1] = start[i] + write(in rows[i], text);
        }

        var bytes = new byte[start[^1]];
        for (var i = 0; i < rows.Length; i++)
        {
            var length = write(in rows[i], text);
            text[..length].CopyTo(bytes.AsSpan(start[i]));
        }

        return new TextColumn(bytes, start);
    }

    /// <summary>A column of few different words.</summary>
    public static TextColumn Words<T>(T[] rows, string[] words, Func<T, int> wordOf)
    {
        var written = Array.ConvertAll(words, Encoding.UTF8.GetBytes);
        return Texts(rows, (in row, into) =>
        {
            var word = written[wordOf(row)];
            word.CopyTo(into);
            return word.Length;
        });
    }

    /// <summary>A column of real numbers.</summary>
    public static double[] Numbers<T>(T[] rows, Func<T, double> numberOf) => Array.ConvertAll(rows, row => numberOf(row));

    /// <summary>A column of whole numbers; negative ones stand for "unknown".</summary>
    public static int[] Integers<T>(T[] rows, Func<T, int> numberOf) =>
        Array.ConvertAll(rows, row => numberOf(row) is >= 0 and var number ? number : Unknown.Integer);
}
