using NetTopologySuite.IO.Esri.Dbf;
using NetTopologySuite.IO.Esri.Dbf.Fields;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Where a field lies in a row, and which of its texts can be taken as they stand.</summary>
/// <param name="Start">First byte in the row.</param>
/// <param name="Length">Bytes.</param>
/// <param name="MostDigits">Digits that a number of the field surely holds; 0 where it holds texts.</param>
/// <param name="TakesDecimals">Whether its numbers may have a point.</param>
internal readonly record struct DbfPlainField(int Start, int Length, int MostDigits, bool TakesDecimals)
{
    private const int DigitsOfInt32 = 9;
    private const int DigitsOfInt64 = 18;

    /// <summary>The fields of a table; null where one of them is of a kind that only the library reads.</summary>
    public static DbfPlainField[]? Of(DbfReader reader)
    {
        var fields = new DbfPlainField[reader.Fields.Count];
        var start = 1;
        for (var i = 0; i < fields.Length; i++)
        {
            var field = reader.Fields[i];
            int? digits = field switch
            {
                DbfCharacterField => 0,
                DbfNumericField<int> => DigitsOfInt32,
                DbfNumericField<long> or DbfNumericField<decimal> => DigitsOfInt64,
                _ => null,
            };
            if (digits is not { } most || start + field.Length > reader.RecordSize)
            {
                return null;
            }

            fields[i] = new DbfPlainField(start, field.Length, most, field is DbfNumericField<decimal>);
            start += field.Length;
        }

        return fields;
    }

    /// <summary>The text of the field in a row of plain ASCII.</summary>
    public ReadOnlySpan<byte> TextIn(ReadOnlySpan<byte> row) => row.Slice(Start, Length).Trim((byte)' ');

    /// <summary>Whether the library would print the field's value as it is written: no plus, no zeros in front, no exponent.</summary>
    public bool IsAsPrinted(ReadOnlySpan<byte> row)
    {
        if (MostDigits == 0 || TextIn(row) is not { IsEmpty: false } text)
        {
            return true;
        }

        var number = text[0] == '-' ? text[1..] : text;
        var point = number.IndexOf((byte)'.');
        var whole = point < 0 ? number : number[..point];
        var decimals = point < 0 ? default : number[(point + 1)..];
        return whole.Length > 0 && whole.Length + decimals.Length <= MostDigits
            && (point < 0 || (decimals.Length > 0 && TakesDecimals))
            && (whole[0] != '0' || (whole.Length == 1 && text[0] != '-'))
            && !whole.ContainsAnyExceptInRange((byte)'0', (byte)'9') && !decimals.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
