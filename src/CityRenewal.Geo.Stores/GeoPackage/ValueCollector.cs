using System.Buffers.Text;
using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage.Sqlite;

namespace CityRenewal.Geo.Stores.GeoPackage;

/// <summary>
/// Gathers one attribute column of some rows. It starts with the declared kind and becomes more general when a value
/// does not fit: a number beyond 32 bits or a word among numbers makes the column one of texts, so that nothing is lost.
/// </summary>
internal sealed class ValueCollector(ColumnKind declared)
{
    // Whole numbers up to here are exact as real numbers.
    private const long LargestExact = 1L << 53;

    private readonly List<int> _integers = [];
    private readonly List<double> _reals = [];
    private readonly TextColumnBuilder _texts = new();
    private int _count;

    internal ColumnKind Kind { get; private set; } = declared;

    /// <summary>Whether any row has a value.</summary>
    internal bool IsKnown { get; private set; }

    /// <summary>Whether any row held bytes instead of a value.</summary>
    internal bool SawBytes { get; private set; }

    internal void Add(SqliteStatement rows, int column)
    {
        var type = rows.Type(column);
        IsKnown |= type != SqliteNative.Null;
        _count++;
        switch (type)
        {
            case SqliteNative.Text:
                ToKind(ColumnKind.Text);
                _texts.Add(rows.Bytes(column));
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
        if (Kind == ColumnKind.Integer && kind == ColumnKind.Real)
        {
            _reals.AddRange(_integers.Select(value => value == Unknown.Integer ? Unknown.Real : value));
        }
        else if (Kind == ColumnKind.Integer)
        {
            _integers.ForEach(value => AddText(value == Unknown.Integer ? null : value));
        }
        else
        {
            _reals.ForEach(value => AddText(double.IsNaN(value) ? null : value));
        }

        Kind = kind;
        _integers.Clear();
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
                _texts.Add(digits[..length]);
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
                _texts.Add(ReadOnlySpan<byte>.Empty);
                break;
        }
    }

    private void AddText(double? value) => _texts.Add(value?.ToString("R", CultureInfo.InvariantCulture));

    private static T[] Joined<T>(IReadOnlyList<ValueCollector> ranges, Func<ValueCollector, List<T>> values)
    {
        var joined = GC.AllocateUninitializedArray<T>(ranges.Sum(range => range._count));
        var at = 0;
        foreach (var range in ranges)
        {
            values(range).CopyTo(joined, at);
            at += range._count;
        }

        return joined;
    }

    private static TextColumn JoinedTexts(IReadOnlyList<ValueCollector> ranges)
    {
        var parts = ranges.Select(range => range._texts.ToColumn()).ToList();
        var bytes = GC.AllocateUninitializedArray<byte>(checked(parts.Sum(part => part.Bytes.Length)));
        var start = new int[parts.Sum(part => part.Count) + 1];
        int at = 0, row = 0;
        foreach (var part in parts)
        {
            part.Bytes.CopyTo(bytes.AsSpan(at));
            for (var i = 0; i < part.Count; i++)
            {
                start[++row] = at + part.Start[i + 1];
            }

            at += part.Bytes.Length;
        }

        return new TextColumn(bytes, start);
    }
}
