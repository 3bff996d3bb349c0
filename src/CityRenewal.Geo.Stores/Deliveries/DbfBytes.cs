using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Deliveries;

/// <summary>The attributes of a layer as the bytes of a .dbf: names cut to ten bytes, missing values as blanks.</summary>
internal static class DbfBytes
{
    private const int MostNameBytes = 10;
    private const int NumberLength = 18;
    private const int Decimals = 4;

    /// <summary>The file; its date is fixed, so that the same layer gives the same bytes.</summary>
    internal static byte[] Of(SourceLayer layer, Encoding encoding)
    {
        var file = new MemoryStream();
        var writer = new BinaryWriter(file);
        var lengths = layer.Columns.Select(column => LengthOf(column, encoding)).ToArray();
        writer.Write((byte)3);
        writer.Write([(byte)126, (byte)1, (byte)1]);
        writer.Write(layer.Shapes.Count);
        writer.Write((short)(32 + (32 * lengths.Length) + 1));
        writer.Write((short)(1 + lengths.Sum()));
        writer.Write(new byte[20]);
        for (var c = 0; c < lengths.Length; c++)
        {
            WriteField(writer, layer.Columns[c], lengths[c], encoding);
        }

        writer.Write((byte)0x0D);
        for (var row = 0; row < layer.Shapes.Count; row++)
        {
            writer.Write((byte)' ');
            for (var c = 0; c < lengths.Length; c++)
            {
                writer.Write(Padded(encoding.GetBytes(TextOf(layer.Columns[c], row)), lengths[c], layer.Columns[c] is TextSource));
            }
        }

        writer.Write((byte)0x1A);
        return file.ToArray();
    }

    private static void WriteField(BinaryWriter writer, SourceColumn column, int length, Encoding encoding)
    {
        var name = encoding.GetBytes(column.Name);
        var field = new byte[32];
        name.AsSpan(0, Math.Min(name.Length, MostNameBytes)).CopyTo(field);
        field[11] = (byte)(column is TextSource ? 'C' : 'N');
        field[16] = (byte)length;
        field[17] = (byte)(column is RealSource ? Decimals : 0);
        writer.Write(field);
    }

    private static int LengthOf(SourceColumn column, Encoding encoding) => column is not TextSource
        ? NumberLength
        : Math.Clamp(Enumerable.Range(0, column.Count).Select(row => encoding.GetByteCount(column.TextOf(row))).DefaultIfEmpty().Max(), 1, 254);

    private static string TextOf(SourceColumn column, int row) => column switch
    {
        RealSource real => double.IsNaN(real.Values[row]) ? "" : real.Values[row].ToString("F4", CultureInfo.InvariantCulture),
        _ => column.TextOf(row),
    };

    private static byte[] Padded(byte[] text, int length, bool isLeft)
    {
        var padded = new byte[length];
        Array.Fill(padded, (byte)' ');
        var count = Math.Min(text.Length, length);
        text.AsSpan(0, count).CopyTo(padded.AsSpan(isLeft ? 0 : length - count));
        return padded;
    }
}
