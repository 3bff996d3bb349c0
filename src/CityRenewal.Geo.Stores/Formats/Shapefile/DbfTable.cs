using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CityRenewal.Geo.Land;
using NetTopologySuite.IO.Esri.Dbf;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The attributes of a Shapefile as texts.</summary>
/// <param name="Rows">Number of rows, deleted ones included.</param>
/// <param name="Columns">One column per field.</param>
/// <param name="Deleted">Rows that are marked as deleted.</param>
internal sealed record DbfTable(int Rows, IReadOnlyList<SourceColumn> Columns, IReadOnlySet<int> Deleted)
{
    public static DbfTable Read(string name, byte[] dbf, Encoding encoding, CancellationToken cancel)
    {
        CheckLength(name, dbf);
        try
        {
            using var reader = new DbfReader(new MemoryStream(dbf), encoding);
            return Read(reader, cancel);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or ArgumentException or FormatException
            or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException or KeyNotFoundException)
        {
            throw new StoreException(name, "its table cannot be read: its header or one of its fields is broken.", "Export the layer again.", broken);
        }
    }

    private static DbfTable Read(DbfReader reader, CancellationToken cancel)
    {
        FieldCollector[] fields = [.. reader.Fields.Select(field => new FieldCollector(field.Name.TrimEnd('\uFFFD', '\0', ' ')))];
        var deleted = new HashSet<int>();
        var row = 0;
        for (; row < reader.RecordCount && reader.Read(out var isDeleted); row++)
        {
            if (row % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (isDeleted)
            {
                deleted.Add(row);
            }

            for (var i = 0; i < fields.Length; i++)
            {
                if (Text(reader.Fields[i].Value) is { Length: > 0 } text)
                {
                    fields[i].Set(row, Encoding.UTF8.GetBytes(text));
                }
            }
        }

        return new DbfTable(row, [.. fields.Select(field => field.ToColumn(row))], deleted);
    }

    private static void CheckLength(string name, byte[] dbf)
    {
        if (dbf.Length < 32)
        {
            throw new StoreException(name, $"it has {dbf.Length} bytes, less than the header of a .dbf.", "Export the layer again.");
        }

        var rows = BinaryPrimitives.ReadUInt32LittleEndian(dbf.AsSpan(4));
        var needed = BinaryPrimitives.ReadUInt16LittleEndian(dbf.AsSpan(8)) + (rows * (long)BinaryPrimitives.ReadUInt16LittleEndian(dbf.AsSpan(10)));
        if (needed > dbf.Length)
        {
            throw new StoreException(
                name,
                $"it is cut short: {rows:N0} rows need {needed:N0} bytes, it has {dbf.Length:N0}.",
                "Copy it again, or export the layer again; nothing of it was used.");
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => text.Trim('\0', ' '),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
