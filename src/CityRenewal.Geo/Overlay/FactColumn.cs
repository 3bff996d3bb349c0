using System.Buffers;
using System.Globalization;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Overlay;

/// <summary>One column of a table of facts. A cell is empty where the value is unknown or not applicable.</summary>
/// <param name="Name">Name in files and JSON, with its unit.</param>
/// <param name="IsText">Whether cells are texts; otherwise they are numbers.</param>
/// <param name="Write">Appends the cell of row i as UTF-8, quoted where CSV asks for it (RFC 4180).</param>
public sealed record FactColumn(string Name, bool IsText, Action<int, ArrayBufferWriter<byte>> Write)
{
    private const int LongestNumber = 400;

    /// <summary>A column of areas or other quantities, to 6 decimals.</summary>
    public static FactColumn Quantity(string name, Func<int, double> valueOf) => Number(name, "0.######", valueOf);

    /// <summary>A column of shares in [0, 1], to 9 decimals.</summary>
    public static FactColumn Share(string name, Func<int, double> valueOf) => Number(name, "0.#########", valueOf);

    /// <summary>A column of counts.</summary>
    public static FactColumn Count(string name, Func<int, int> valueOf) => new(name, false, (i, to) =>
    {
        valueOf(i).TryFormat(to.GetSpan(LongestNumber), out var length, default, CultureInfo.InvariantCulture);
        to.Advance(length);
    });

    /// <summary>A column of texts of a layer.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="rowOf">Row of the text of row i; -1 where it has none.</param>
    public static FactColumn Text(string name, TextColumn texts, Func<int, int> rowOf) => new(name, true, (i, to) =>
    {
        if (rowOf(i) is >= 0 and var row)
        {
            WriteQuoted(texts.Utf8(row), to);
        }
    });

    /// <summary>A column for a layer that is missing: unknown in every row.</summary>
    public static FactColumn Unknown(string name) => new(name, false, (_, _) => { });

    private static FactColumn Number(string name, string format, Func<int, double> valueOf) => new(name, false, (i, to) =>
    {
        // Most cells are 0 or 1: all or nothing of a parcel. A negative zero keeps its sign.
        var value = valueOf(i);
        if (value == 1 || BitConverter.DoubleToInt64Bits(value) == 0)
        {
            to.Write(value == 1 ? "1"u8 : "0"u8);
        }
        else if (double.IsFinite(value))
        {
            value.TryFormat(to.GetSpan(LongestNumber), out var length, format, CultureInfo.InvariantCulture);
            to.Advance(length);
        }
    });

    private static void WriteQuoted(ReadOnlySpan<byte> text, ArrayBufferWriter<byte> to)
    {
        if (text.IndexOfAny("\",\r\n"u8) < 0)
        {
            to.Write(text);
            return;
        }

        to.Write("\""u8);
        for (var quote = text.IndexOf((byte)'"'); quote >= 0; quote = text.IndexOf((byte)'"'))
        {
            to.Write(text[..(quote + 1)]);
            to.Write("\""u8);
            text = text[(quote + 1)..];
        }

        to.Write(text);
        to.Write("\""u8);
    }
}
