using System.Globalization;
using System.Text;
using CityRenewal.Geo.Stores.Formats;
using CsCheck;
using NetTopologySuite.IO.Esri.Dbf;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>What is taken byte by byte is what reading it the long way gives.</summary>
public sealed class PlainValueTests
{
    private static readonly Gen<string> Numbers = Gen.Char["0123456789.+-e ,"].Array[0, 12].Select(letters => new string(letters));

    [Fact]
    public void A_plain_decimal_is_the_number_that_the_rules_read() => Numbers.Sample(text =>
        !PlainDecimal.TryRead(Encoding.UTF8.GetBytes(text), out var number)
        || number.Equals(WrittenText.PlainNumber(WrittenText.Narrow(text))));

    [Theory]
    [InlineData("1.2.3")]
    [InlineData("-1")]
    [InlineData("1,200")]
    [InlineData("")]
    [InlineData("１２")]
    public void Other_writings_are_no_plain_decimals(string text) => Assert.False(PlainDecimal.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData(9, 0)]
    [InlineData(15, 0)]
    [InlineData(15, 3)]
    public void A_number_of_a_table_that_is_taken_as_it_stands_is_what_the_library_prints(int length, int decimals) =>
        Numbers.Where(text => text.Length <= length).Sample(text =>
        {
            var dbf = Table(text.PadLeft(length), length, decimals);
            using var reader = new DbfReader(new MemoryStream(dbf), Encoding.UTF8);
            var row = dbf.AsSpan(dbf.Length - length - 1);
            if (DbfPlainField.Of(reader) is not [var field] || !field.IsAsPrinted(row))
            {
                return;
            }

            Assert.True(reader.Read(out _));
            var printed = reader.Fields[0].Value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : "";
            Assert.Equal(printed, Encoding.UTF8.GetString(field.TextIn(row)));
        });

    // One field of numbers and one row, without the mark of the end.
    private static byte[] Table(string value, int length, int decimals)
    {
        var header = new byte[65];
        header[0] = 3;
        header[1] = 100;
        (header[2], header[3], header[4]) = (1, 1, 1);
        (header[8], header[10]) = (65, (byte)(length + 1));
        header[32] = (byte)'N';
        header[43] = (byte)'N';
        (header[48], header[49], header[64]) = ((byte)length, (byte)decimals, 13);
        return [.. header, (byte)' ', .. Encoding.ASCII.GetBytes(value)];
    }
}
