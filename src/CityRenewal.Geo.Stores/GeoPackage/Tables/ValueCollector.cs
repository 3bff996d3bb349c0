using System.Buffers.Text;
using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;
using CityRenewal.Geo.Stores.GeoPackage.Wkb;

namespace CityRenewal.Geo.Stores.GeoPackage.Tables;

/// <summary>
/// Gathers one attribute column of some rows. It starts with the declared kind and becomes more general when a value
/// does not fit: a number beyond 32 bits or a word among numbers makes the column one of texts, so that nothing is lost.
/// </summary>
internal sealed class ValueCollector(ColumnKind declared) : IDisposable
{
    // Whole numbers up to here are exact as real numbers.
    private const long LargestExact = 1L << 53;

    private readonly GrowingColumn<int> _integers = new();
    private readonly GrowingColumn<double> _reals = new();
    private readonly GrowingColumn<byte> _texts = new();
    private readonly GrowingColumn<int> _textEnds = new();
    private int _count;

    internal ColumnKind Kind { get; private set; } = declared;

    /// <summary>Whether any row has a value.</summary>
    internal bool IsKnown { get; private set; }

    /// <summary>Whether any row held bytes instead of a value.</summary>
    internal bool SawBytes { get; private set; }

    internal void Add(IRows rows, int column)
    {
        var type = rows.Type(column);
        IsKnown |= type != SqliteNative.Null;
        _count++;
        switch (type)
        {
            case SqliteNative.Text:
                ToKind(ColumnKind.Text);
                AddText(rows.Bytes(column));
                break;
            case SqliteNative.Integer:
                AddInteger(rows.Integer(column));
                break;
            case SqliteNative.Real:
                AddReal(rows.Real(column));
                break;
            default:
                SawBytes |= type == SqliteNative.Blob;
                AddMissing();
                break;
        }
    }

    /// <summary>Makes the column at least as general as the kind.</summary>
    internal void ToKind(ColumnKind kind)
    {
        if (kind <= Kind)
        {
            return;
        }

        // The row being added is not in yet: only those before it are turned.
        foreach (var value in _integers.Values)
        {
            var number = value == Unknown.Integer ? Unknown.Real : value;
            if (kind == ColumnKind.Real)
            {
                _reals.Add(number);
            }
            else
            {
                AddText(number);
            }
        }

        if (Kind == ColumnKind.Real)
        {
            foreach (var value in _reals.Values)
            {
                AddText(value);
            }

            _reals.CutTo(0);
        }

        Kind = kind;
        _integers.CutTo(0);
    }

    /// <summary>One column out of the collectors of successive ranges of rows.</summary>
    internal static SourceColumn Join(string name, IReadOnlyList<ValueCollector> ranges)
    {
        var kind = ranges.Max(range => range.Kind);
        foreach (var range in ranges)
        {
            range.ToKind(kind);
        }

        return kind switch
        {
            ColumnKind.Integer => new IntegerSource(name, Joined(ranges, range => range._integers)),
            ColumnKind.Real => new RealSource(name, Joined(ranges, range => range._reals)),
            _ => new TextSource(name, JoinedTexts(ranges)),
        };
    }

    public void Dispose()
    {
        _integers.Dispose();
        _reals.Dispose();
        _texts.Dispose();
        _textEnds.Dispose();
    }

    private void AddInteger(long value)
    {
        if (Kind == ColumnKind.Integer && (value <= int.MinValue || value > int.MaxValue))
        {
            ToKind(ColumnKind.Text);
        }
        else if (Kind == ColumnKind.Real && Math.Abs(value) > LargestExact)
        {
            ToKind(ColumnKind.Text);
        }

        switch (Kind)
        {
            case ColumnKind.Integer:
                _integers.Add((int)value);
                break;
            case ColumnKind.Real:
                _reals.Add(value);
                break;
            default:
                Span<byte> digits = stackalloc byte[24];
                Utf8Formatter.TryFormat(value, digits, out var length);
                AddText(digits[..length]);
                break;
        }
    }

    private void AddReal(double value)
    {
        ToKind(ColumnKind.Real);
        if (Kind == ColumnKind.Real)
        {
            _reals.Add(value);
        }
        else
        {
            AddText(value);
        }
    }

    private void AddMissing()
    {
        switch (Kind)
        {
            case ColumnKind.Integer:
                _integers.Add(Unknown.Integer);
                break;
            case ColumnKind.Real:
                _reals.Add(Unknown.Real);
                break;
            default:
                AddText([]);
                break;
        }
    }

    private void AddText(double value)
    {
        Span<byte> digits = stackalloc byte[32];
        var length = 0;
        if (!double.IsNaN(value))
        {
            value.TryFormat(digits, out length, "R", CultureInfo.InvariantCulture);
        }

        AddText(digits[..length]);
    }

    private void AddText(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_texts.AddRoom(utf8.Length));
        _textEnds.Add(_texts.Count);
    }

    private static T[] Joined<T>(IReadOnlyList<ValueCollector> ranges, Func<ValueCollector, GrowingColumn<T>> values)
        where T : unmanaged
    {
        var joined = GC.AllocateUninitializedArray<T>(ranges.Sum(range => range._count));
        var at = 0;
        foreach (var range in ranges)
        {
            values(range).MoveTo(joined.AsSpan(at, range._count));
            at += range._count;
        }

        return joined;
    }

    private static TextColumn JoinedTexts(IReadOnlyList<ValueCollector> ranges)
    {
        var bytes = GC.AllocateUninitializedArray<byte>(checked(ranges.Sum(range => range._texts.Count)));
        var start = new int[ranges.Sum(range => range._count) + 1];
        int at = 0, row = 0;
        foreach (var range in ranges)
        {
            foreach (var end in range._textEnds.Values)
            {
                start[++row] = at + end;
            }

            var length = range._texts.Count;
            range._texts.MoveTo(bytes.AsSpan(at, length));
            range._textEnds.Dispose();
            at += length;
        }

        return new TextColumn(bytes, start);
    }
}
