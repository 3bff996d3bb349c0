using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Register;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Ledgers;

/// <summary>Reads the cells of a ledger as people fill them in: 6+1, 3.5万㎡, 四级, full-width digits. What is no value of its field is listed.</summary>
internal sealed class LedgerCells
{
    private const double MostStoreys = 200;
    private const double MostFloorArea = 2_000_000;

    private static readonly CityColumn FloorArea = CityColumn.Find(LayerNames.Buildings, "floor_area_m2")!;
    private static readonly CityColumn Households = CityColumn.Find(LayerNames.Buildings, "households")!;

    private readonly List<LedgerProblem> _problems = [];
    private readonly List<(int Row, string Field, string Written, string Value)> _readings = [];

    public IReadOnlyList<LedgerProblem> Problems => _problems;

    public IReadOnlyList<(int Row, string Field, string Written, string Value)> Readings => _readings;

    /// <summary>One row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The column of each field, -1 where it is missing.</param>
    public LedgerRow Read(SheetRow row, IReadOnlyDictionary<string, int> columns)
    {
        var code = row[columns[BuildingLedger.KnownFields[0].Name]];
        var known = BuildingLedger.KnownFields.Where(field => columns[field.Name] >= 0).ToDictionary(field => field.Name, field => row[columns[field.Name]], StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in LedgerFields.All.Where(field => columns[field.Name] >= 0))
        {
            var written = row[columns[field.Name]];
            var value = written.Length == 0 ? "" : ValueOf(field, written, (row.Number, code));
            values[field.Name] = value;
            if (value != written && value.Length > 0)
            {
                _readings.Add((row.Number, field.Name, written, value));
            }
        }

        return new LedgerRow(row.Number, code, known, values);
    }

    private string ValueOf(LedgerField field, string written, (int Row, string Code) at) => field.Name switch
    {
        "corrected_storeys" => Number(field, StoreyText.Above(written), (1, MostStoreys, true), written, at),
        "corrected_floor_area_m2" => Number(field, QuantityText.Read(written, FloorArea), (0.01, MostFloorArea, false), written, at),
        "households_asked" or "households_agreeing" => Number(field, QuantityText.Read(written, Households), (0, 100_000, true), written, at),
        "corrected_danger_grade" => Word(field, Vocabulary.WordFor(LayerNames.Buildings, "danger_grade", WrittenText.Narrow(written)), written, at),
        "comment" => Comment(field, written, at),
        _ => field.Words is null ? written : Word(field, field.Words.FirstOrDefault(word => word == WrittenText.Narrow(written)), written, at),
    };

    private string Number(LedgerField field, Reading reading, (double Least, double Most, bool IsWhole) range, string written, (int Row, string Code) at)
    {
        var isRead = reading.Kind is ReadingKind.Literal or ReadingKind.Understood;
        if (isRead && reading.Value >= range.Least && reading.Value <= range.Most && (!range.IsWhole || reading.Value == Math.Floor(reading.Value)))
        {
            return reading.Value.ToString("R", CultureInfo.InvariantCulture);
        }

        var wanted = string.Create(CultureInfo.InvariantCulture, $"{range.Least:0.##} – {range.Most:0}");
        _problems.Add(new LedgerProblem(
            at.Row, at.Code, field.Name, $"'{written}' is no value of {field.Name}: give one {(range.IsWhole ? "whole " : "")}number in {wanted}, or leave the cell empty.",
            $"“{written}”不是有效的{field.Chinese}：请填写 {wanted} 的{(range.IsWhole ? "整数" : "数")}，或留空。"));
        return "";
    }

    private string Word(LedgerField field, string? word, string written, (int Row, string Code) at)
    {
        if (word is null)
        {
            _problems.Add(new LedgerProblem(
                at.Row, at.Code, field.Name, $"'{written}' is no word of {field.Name}: give one of {string.Join(", ", field.Words!)}, or leave the cell empty.",
                $"“{written}”无效：{field.Chinese}只可填{string.Join("、", field.Words!)}，或留空。"));
        }

        return word ?? "";
    }

    private string Comment(LedgerField field, string written, (int Row, string Code) at)
    {
        // With and without the blanks that people put into and between numbers.
        if (!new[] { written, WrittenText.Narrow(written) }.Any(text => PersonalContent.Of(new TextSource(field.Name, TextColumn.From([text]))) is not null))
        {
            return written;
        }

        _problems.Add(new LedgerProblem(
            at.Row, at.Code, field.Name, "The comment holds an identity or telephone number: take it out; the ledger keeps no personal data.", "意见中含身份证号或电话号码：请删除，台账不保存个人信息。"));
        return "";
    }
}
