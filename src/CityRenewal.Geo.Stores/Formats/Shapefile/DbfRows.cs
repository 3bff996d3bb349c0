using System.Globalization;
using System.Text;
using NetTopologySuite.IO.Esri.Dbf;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>
/// Reads a run of rows of a .dbf. A row of plain ASCII whose numbers are written as they would be printed is taken byte by
/// byte; every other row goes through the library, which knows encodings, dates and old ways of writing a number.
/// </summary>
internal sealed class DbfRows : IDisposable
{
    private const byte DeletedMark = (byte)'*';

    private readonly byte[] _dbf;
    private readonly MemoryStream _stream;
    private readonly DbfReader _reader;
    private readonly DbfPlainField[]? _plain;
    private readonly int _firstRow;

    public DbfRows(byte[] dbf, Encoding encoding)
    {
        _dbf = dbf;
        _stream = new MemoryStream(dbf);
        _reader = new DbfReader(_stream, encoding);
        _firstRow = (int)_stream.Position;
        _plain = DbfPlainField.Of(_reader);
        Fields = [.. _reader.Fields.Select(field => new FieldCollector(field.Name.TrimEnd('\uFFFD', '\0', ' ')))];
    }

    /// <summary>The fields, with the values of the rows that were read.</summary>
    public FieldCollector[] Fields { get; }

    /// <summary>Rows that are marked as deleted.</summary>
    public List<int> Deleted { get; } = [];

    /// <summary>How many rows the header states.</summary>
    public int Count => _reader.RecordCount;

    /// <summary>Reads the rows from one up to another into places from 0 on.</summary>
    public void Read(int from, int to, CancellationToken cancel)
    {
        for (var row = from; row < to; row++)
        {
            if (row % 4096 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var start = _firstRow + ((long)row * _reader.RecordSize);
            var isDeleted = IsPlain(start, out var record) ? TakePlain(record, row - from) : TakeByLibrary(start, row - from);
            if (isDeleted)
            {
                Deleted.Add(row);
            }
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    private bool IsPlain(long start, out ReadOnlySpan<byte> record)
    {
        record = _dbf.AsSpan((int)start, _reader.RecordSize);
        if (_plain is null || record[1..].ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        foreach (var field in _plain)
        {
            if (!field.IsAsPrinted(record))
            {
                return false;
            }
        }

        return true;
    }

    private bool TakePlain(ReadOnlySpan<byte> record, int place)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            if (_plain![i].TextIn(record) is { IsEmpty: false } text)
            {
                Fields[i].Set(place, text);
            }
        }

        return record[0] == DeletedMark;
    }

    private bool TakeByLibrary(long start, int place)
    {
        _stream.Position = start;
        _reader.Read(out var isDeleted);
        for (var i = 0; i < Fields.Length; i++)
        {
            if (Text(_reader.Fields[i].Value) is { Length: > 0 } text)
            {
                Fields[i].Set(place, Encoding.UTF8.GetBytes(text));
            }
        }

        return isDeleted;
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
