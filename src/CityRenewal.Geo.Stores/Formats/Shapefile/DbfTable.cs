using System.Buffers.Binary;
using System.Text;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>The attributes of a Shapefile as texts.</summary>
/// <param name="Rows">Number of rows, deleted ones included.</param>
/// <param name="Columns">One column per field.</param>
/// <param name="Deleted">Rows that are marked as deleted.</param>
internal sealed record DbfTable(int Rows, IReadOnlyList<SourceColumn> Columns, IReadOnlySet<int> Deleted)
{
    private const int RowsOfPart = 32_768;

    public static DbfTable Read(string name, byte[] dbf, Encoding encoding, CancellationToken cancel)
    {
        CheckLength(name, dbf);
        try
        {
            return ReadInParts(dbf, encoding, cancel);
        }
        catch (AggregateException several) when (several.Flatten().InnerExceptions.FirstOrDefault(IsBroken) is { } broken)
        {
            throw Broken(name, broken);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            throw Broken(name, broken);
        }
    }

    private static bool IsBroken(Exception fault) => fault is IOException or InvalidDataException or ArgumentException or FormatException
        or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or OverflowException or KeyNotFoundException;

    private static StoreException Broken(string name, Exception fault) =>
        new(name, "its table cannot be read: its header or one of its fields is broken.", "Export the layer again.", fault);

    private static DbfTable ReadInParts(byte[] dbf, Encoding encoding, CancellationToken cancel)
    {
        using var first = new DbfRows(dbf, encoding);
        var parts = new DbfRows[Math.Max(1, (first.Count + RowsOfPart - 1) / RowsOfPart)];
        parts[0] = first;
        var columns = new SourceColumn[parts.Length][];
        Parallel.For(0, parts.Length, new ParallelOptions { CancellationToken = cancel }, part =>
        {
            var rows = parts[part] ??= new DbfRows(dbf, encoding);
            int from = part * RowsOfPart, to = Math.Min(first.Count, from + RowsOfPart);
            rows.Read(from, to, cancel);
            columns[part] = [.. rows.Fields.Select(field => field.ToColumn(to - from))];
            rows.Dispose();
        });
        return new DbfTable(
            first.Count,
            [.. first.Fields.Select((field, i) => Joined(field.Name, [.. columns.Select(part => (TextSource)part[i])]))],
            parts.SelectMany(part => part.Deleted).ToHashSet());
    }

    private static TextSource Joined(string name, IReadOnlyList<TextSource> parts) =>
        parts.Count == 1 ? parts[0] : new TextSource(name, TextColumn.Join([.. parts.Select(part => part.Values)]));

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
}
