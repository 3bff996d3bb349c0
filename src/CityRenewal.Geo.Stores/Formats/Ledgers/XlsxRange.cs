using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>A rectangle of cells; rows from 1, columns from 0.</summary>
internal sealed record XlsxRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>The rectangle of a reference such as A1:C3; null where it is none.</summary>
    public static XlsxRange? Parse(string reference)
    {
        var corners = reference.Split(':');
        if (corners.Length != 2 || RowOf(corners[0]) is not { } top || RowOf(corners[1]) is not { } bottom)
        {
            return null;
        }

        var (left, right) = (ColumnOf(corners[0]), ColumnOf(corners[1]));
        return left >= 0 && right >= left && bottom >= top ? new XlsxRange(top, left, bottom, right) : null;
    }

    /// <summary>The column of a reference such as AB12, from 0; -1 where it names none.</summary>
    public static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter))
        {
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
            if (column > 20_000)
            {
                break;
            }
        }

        return column - 1;
    }

    private static int? RowOf(string reference)
    {
        var digits = reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$");
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0 ? row : null;
    }
}
