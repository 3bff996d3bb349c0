using System.Text;
using CityRenewal.Geo.Defects;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.GeoPackage;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Fills a column of numbers, row by row, from the fields of the file.</summary>
internal sealed class NumberFilling(FieldRule rule, RowDefects defects, ReadingTally tally)
{
    private const string UnknownWord = "unknown";

    private readonly WrittenMemo<(string Written, Reading Reading)> _ofParts = new();
    private readonly WrittenMemo<(string Written, Reading Reading)> _ofWhole = new();
    private readonly bool _areNumbersPlain = rule.Words.Count == 0 && IsQuantity(rule.Column);
    private readonly bool _isZeroUnknown = rule.IsZeroUnknown ?? rule.Column.IsNeverZero;

    /// <summary>Per row which of the sources gave the value; 255 where none did.</summary>
    public byte[] SourceOfRow { get; private set; } = [];

    /// <summary>The column.</summary>
    public SourceColumn Fill(IReadOnlyList<FieldSource> sources, SourceColumn? unit, int rows)
    {
        var values = new double[rows];
        SourceOfRow = new byte[rows];
        for (var row = 0; row < rows; row++)
        {
            values[row] = rule.Constant is { } constant ? NumberText.Parse(constant) : Number(sources, unit, row);
        }

        return rule.Column.Kind == ColumnKind.Real
            ? new RealSource(rule.Column.Name, values)
            : new IntegerSource(rule.Column.Name, [.. values.Select((value, row) => Whole(value, row))]);
    }

    private double Number(IReadOnlyList<FieldSource> sources, SourceColumn? unit, int row)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            var reading = Read(sources[i], row);
            if (!double.IsNaN(reading.Value))
            {
                SourceOfRow[row] = (byte)i;
                return reading.HasUnit || reading.Value == 0 ? reading.Value : reading.Value * Factor(sources[i], unit, row);
            }
        }

        SourceOfRow[row] = byte.MaxValue;
        return double.NaN;
    }

    private Reading Read(FieldSource source, int row)
    {
        // Number columns of a GeoPackage need no detour through a text; where even a 0 is meant as it is, so is a minus sign.
        if (rule.Words.Count == 0 && !rule.Column.IsYear && Plain(source.Field, row) is { } plain
            && (plain > 0 || rule.IsZeroUnknown == false))
        {
            return Reading.Literal(plain);
        }

        var utf8 = source.Field is TextSource texts ? texts.Values.Utf8(row) : Encoding.UTF8.GetBytes(source.Field.TextOf(row));
        if (utf8.IsEmpty)
        {
            return Reading.Literal(double.NaN);
        }

        if (_areNumbersPlain && PlainDecimal.TryRead(utf8, out var number) && number > 0)
        {
            return Reading.Literal(number);
        }

        var (written, reading) = Of(source, utf8);
        if (reading.Rule.Length > 0)
        {
            tally.Add(reading.Rule, written, reading.Value);
        }

        if (reading.Kind is ReadingKind.Interval)
        {
            defects.Add(AttributeDefects.IntervalValue, row, $"{rule.Column.Name} is '{written}'");
        }
        else if (reading.Kind is ReadingKind.Unreadable)
        {
            defects.Add(AttributeDefects.BadNumber, row, $"{rule.Column.Name} is '{written}'");
        }

        return reading;
    }

    private static double? Plain(SourceColumn source, int row) => source switch
    {
        RealSource reals => reals.Values[row],
        IntegerSource integers when integers.Values[row] != Unknown.Integer => integers.Values[row],
        _ => null,
    };

    private (string Written, Reading Reading) Of(FieldSource source, ReadOnlySpan<byte> utf8)
    {
        var memo = source.IsOfWhole ? _ofWhole : _ofParts;
        if (memo.TryFind(utf8, out var known))
        {
            return known;
        }

        var written = Encoding.UTF8.GetString(utf8).Trim();
        var read = (written, written.Length == 0 ? Reading.Literal(double.NaN) : Of(source, written));
        memo.Keep(utf8, read);
        return read;
    }

    private Reading Of(FieldSource source, string written)
    {
        var reading = InWords(written) ?? ByColumn(source, written);
        return reading is { Kind: ReadingKind.Literal, Value: 0 } && _isZeroUnknown
            ? new Reading(ReadingKind.SaidUnknown, double.NaN, rule.IsZeroUnknown is null ? "0 means unknown here, `zero` in a mapping says otherwise" : "0 means unknown")
            : reading;
    }

    // What the mapping says of a word comes before everything else.
    private Reading? InWords(string written)
    {
        if (!rule.Words.TryGetValue(written, out var mapped) && !rule.Words.TryGetValue(WrittenText.Narrow(written), out mapped))
        {
            return null;
        }

        return mapped == UnknownWord ? new Reading(ReadingKind.SaidUnknown, double.NaN, rule.IsPreset ? "by the preset" : "by the mapping")
            : new Reading(ReadingKind.Understood, NumberText.Parse(mapped), rule.IsPreset && mapped != written ? "a code or word of the preset" : "");
    }

    private static bool IsQuantity(CityColumn column) =>
        !column.IsYear && column.Name is not ("storeys_above" or "storeys_below" or "part_storey");

    private Reading ByColumn(FieldSource source, string written) => rule.Column.Name switch
    {
        _ when rule.Column.IsYear => YearText.Read(written),
        "storeys_above" => StoreyText.Above(written),
        "storeys_below" => source.IsOfWhole ? StoreyText.BelowInWhole(written) : StoreyText.Below(written),
        "part_storey" => StoreyText.Level(written),
        _ => QuantityText.Read(written, rule.Column),
    };

    private double Factor(FieldSource source, SourceColumn? unit, int row)
    {
        if (unit is null)
        {
            return rule.Unit is { Field: null } given ? given.Factor : source.Factor;
        }

        var word = unit.TextOf(row).Trim();
        if (rule.Unit!.Factors.TryGetValue(word, out var factor) || MeasureUnits.Of(rule.Column).TryGetValue(WrittenText.Narrow(word), out factor))
        {
            return factor;
        }

        defects.Add(AttributeDefects.UnknownWord, row, $"{unit.Name} is '{word}', which the mapping gives no unit for; {rule.Column.Name} is unknown");
        return double.NaN;
    }

    private int Whole(double value, int row)
    {
        if (double.IsNaN(value))
        {
            return Unknown.Integer;
        }

        var whole = Math.Round(value);
        if (Math.Abs(whole) < int.MaxValue && Math.Abs(whole - value) < 1e-6)
        {
            return (int)whole;
        }

        defects.Add(AttributeDefects.BadNumber, row, $"{rule.Column.Name} is {value:R}, not a whole number");
        return Unknown.Integer;
    }
}
