using System.Globalization;

namespace CityRenewal.Geo.Register;

/// <summary>A ledger that came back, against what is known: every change, and everything that cannot be taken, all at once.</summary>
public sealed class LedgerComparison
{
    private readonly List<LedgerChange> _changes = [];
    private readonly List<LedgerProblem> _problems = [];

    private LedgerComparison()
    {
    }

    /// <summary>What is otherwise than before, by code, then in the order of the fields.</summary>
    public IReadOnlyList<LedgerChange> Changes => _changes;

    /// <summary>What cannot be taken, by row.</summary>
    public IReadOnlyList<LedgerProblem> Problems => _problems;

    /// <summary>Buildings of the ledger of which the sheet has no row: they keep what was recorded.</summary>
    public required int MissingBuildings { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="ledger">The ledger as it would go out today.</param>
    /// <param name="rows">The rows that came back.</param>
    /// <param name="unreadable">What the reader of the sheet could not read.</param>
    public static LedgerComparison Of(BuildingLedger ledger, IReadOnlyList<LedgerRow> rows, IReadOnlyList<LedgerProblem> unreadable)
    {
        var buildings = ledger.Buildings.ToDictionary(building => building.Id, StringComparer.Ordinal);
        var named = rows.GroupBy(row => row.Building, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.ToList(), StringComparer.Ordinal);
        var comparison = new LedgerComparison { MissingBuildings = buildings.Keys.Count(id => !named.ContainsKey(id)) };
        comparison._problems.AddRange(unreadable);
        foreach (var row in rows)
        {
            comparison.Check(row, buildings.GetValueOrDefault(row.Building), named[row.Building]);
        }

        comparison._problems.Sort((one, other) => (one.Row, one.Field).CompareTo((other.Row, other.Field)));
        comparison._changes.Sort((one, other) =>
            string.CompareOrdinal(one.Building, other.Building) is not 0 and var order ? order : IndexOf(one.Field).CompareTo(IndexOf(other.Field)));
        return comparison;
    }

    private void Check(LedgerRow row, LedgerBuilding? building, List<LedgerRow> same)
    {
        if (building is null)
        {
            Add(row, "building_id", row.Building.Length == 0 ? "The row has no building code: fill it in, or delete the row." : $"There is no building {row.Building} in this ledger: correct the code, or delete the row.", "建筑编码缺失或不在本台账内：请核对编码或删除该行。");
            return;
        }

        if (same.Count > 1)
        {
            Add(row, "building_id", $"Rows {string.Join(", ", same.Select(one => one.Number))} all carry {row.Building}: keep one.", "建筑编码重复：请只保留一行。");
            return;
        }

        CheckKnown(row, building);
        CheckConsent(row, building);
        if (Value(row, LedgerFields.CommentDisposition).Length > 0 && Value(row, LedgerFields.Comment).Length == 0)
        {
            Add(row, LedgerFields.CommentDisposition.Name, "There is no comment to dispose of: enter the comment, or empty the cell.", "没有意见却填写了意见处理：请补填意见或清空。");
        }

        foreach (var field in LedgerFields.All)
        {
            Compare(row, building, field);
        }
    }

    // Nobody sees a change of these among a hundred columns, so none is taken in silence.
    private void CheckKnown(LedgerRow row, LedgerBuilding building)
    {
        for (var i = 1; i < BuildingLedger.KnownFields.Count; i++)
        {
            var field = BuildingLedger.KnownFields[i];
            if (row.Known.TryGetValue(field.Name, out var written) && !IsSame(written, TextOf(building.Known[i])))
            {
                Add(row, field.Name,
                    $"{field.Name} was '{TextOf(building.Known[i])}' and now reads '{written}': put it back and write corrections into the columns for them, or write the ledger out anew.",
                    $"“{field.Chinese}”不可直接修改（原为“{TextOf(building.Known[i])}”）：请恢复，并在核正栏填写。");
            }
        }
    }

    private void CheckConsent(LedgerRow row, LedgerBuilding building)
    {
        if (Number(row, LedgerFields.Asked) is not { } asked)
        {
            if (Number(row, LedgerFields.Agreeing) is not null)
            {
                Add(row, LedgerFields.Agreeing.Name, "Households agree, but it is not said how many were asked: fill in both.", "填写了同意户数而无征询户数：请补填。");
            }

            return;
        }

        if (Number(row, LedgerFields.Agreeing) > asked)
        {
            Add(row, LedgerFields.Agreeing.Name, "More households agree than were asked: correct one of the two.", "同意户数大于征询户数：请核对。");
        }

        var households = BuildingLedger.KnownFields.ToList().FindIndex(field => field.Name == "households");
        if (building.Known[households] is int known && asked > known)
        {
            Add(row, LedgerFields.Asked.Name, $"{asked:0} households were asked of a building of {known}: correct the number.", $"征询户数大于该幢户数 {known}：请核对。");
        }
    }

    private void Compare(LedgerRow row, LedgerBuilding building, LedgerField field)
    {
        var written = Value(row, field);
        var isRecorded = building.Recorded.TryGetValue(field.Name, out var old);
        if (!isRecorded)
        {
            var known = BuildingLedger.KnownFields.ToList().FindIndex(one => one.Name == field.CityColumn);
            old = known < 0 ? "" : TextOf(building.Known[known]);
        }

        // An empty cell says nothing, unless it takes back what was recorded.
        if (!IsSame(written, old!) && (isRecorded || written.Length > 0))
        {
            _changes.Add(new LedgerChange(row.Building, field, old!, written));
        }
    }

    private void Add(LedgerRow row, string field, string text, string chinese) => _problems.Add(new LedgerProblem(row.Number, row.Building, field, text, chinese));

    private static string Value(LedgerRow row, LedgerField field) => row.Values.GetValueOrDefault(field.Name) ?? "";

    private static double? Number(LedgerRow row, LedgerField field) =>
        double.TryParse(Value(row, field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int IndexOf(LedgerField field) => LedgerFields.All.ToList().IndexOf(field);

    private static string TextOf(object? value) => value switch
    {
        null => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsSame(string one, string other) =>
        one.Trim() == other.Trim()
        || (double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var first)
            && double.TryParse(other, NumberStyles.Float, CultureInfo.InvariantCulture, out var second)
            && Math.Abs(first - second) <= 1e-9 * Math.Max(1, Math.Abs(first)));
}
