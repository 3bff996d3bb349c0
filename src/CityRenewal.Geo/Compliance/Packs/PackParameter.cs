namespace CityRenewal.Geo.Compliance;

/// <summary>A number of a rule pack that a user may set.</summary>
/// <param name="Name">Name inside the pack, snake_case.</param>
/// <param name="Title">What it is, in English.</param>
/// <param name="TitleChinese">What it is, in Chinese.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The number; null where the text gives none.</param>
/// <param name="IsAssumed">Whether no source confirms it: every finding that rests on it says so (按假设).</param>
/// <param name="Source">The source that gives it; empty where none does.</param>
public sealed record PackParameter(
    string Name, string Title, string TitleChinese, RuleUnit Unit, double? Value, bool IsAssumed, string Source)
{
    /// <summary>What a finding says that rests on this number where no source confirms it.</summary>
    public PackAssumption AsAssumption() => new(
        $"{Title} ({Name}) is {RuleNumber.Text(Value)}: no source confirms it.",
        $"{TitleChinese}（{Name}）取 {RuleNumber.Text(Value)}：无来源证实。");
}
