using System.Globalization;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Troubles with what a pack says: it is written well and cannot be meant.</summary>
internal static class PackSenseTroubles
{
    public static PackTrouble Duplicate(string what, string id) => new(
        "duplicate_id",
        ($"'{id}' is already the name of another of the {what}.", "Give each its own name."),
        ($"名称“{id}”在 {what} 中重复。", "请各用各的名称。"));

    public static PackTrouble NoPack(string id, string folder) => new(
        "pack_not_found",
        (
            $"There is no pack '{id}'.",
            $"{(folder.Length > 0 ? $"Put {id}.yaml beside this file" : "Give the path of a file")}, or name a shipped pack: {Shipped}."),
        (
            $"没有规则包“{id}”。",
            $"{(folder.Length > 0 ? $"请把 {id}.yaml 放在本文件旁" : "请给出文件路径")}，或使用随附规则包：{Shipped}。"));

    public static PackTrouble OtherName(string id, string found) => new(
        "pack_not_found",
        ($"The file {id}.yaml says that it is the pack '{found}'.", $"Write `pack: {id}` in it, or extend '{found}'."),
        ($"文件 {id}.yaml 自称规则包“{found}”。", $"请在其中写 pack: {id}，或改为继承“{found}”。"));

    public static PackTrouble ExtendsCycle(IEnumerable<string> round) => new(
        "extends_cycle",
        ($"Packs extend each other in a circle: {string.Join(" → ", round)}.", "Take one of these out of `extends`."),
        ($"规则包循环继承：{string.Join(" → ", round)}。", "请从 extends 中去掉其一。"));

    public static PackTrouble NoSource(string id, IReadOnlyList<string> known) => new(
        "unknown_source",
        ($"No source is called '{id}'.", $"Add it under `sources`, or cite one that is there: {string.Join(", ", known)}."),
        ($"没有名为“{id}”的来源。", $"请在 sources 中补写，或引用已有来源：{string.Join("、", known)}。"));

    public static PackTrouble NoSourceOfValue { get; } = new(
        "unsourced_value",
        ("The number has no source and is not marked as assumed.", "Add `source: …`, or `assumed: true`."),
        ("该数值既无来源，也未标为假设。", "请补写 source，或写 assumed: true。"));

    public static PackTrouble NoParameter(string name, IReadOnlyList<string> known) => new(
        "unknown_parameter",
        ($"No parameter is called '{name}'.", PackHints.Meant(name, known, "Write a number, or add it under `parameters`.")),
        ($"没有名为“{name}”的参数。", PackHints.MeantChinese(name, known, "请写数值，或在 parameters 中补写。")));

    public static PackTrouble OtherUnit(string name, string unit, string needed) => new(
        "unit_mismatch",
        ($"'{name}' is in {unit}, and here something in {needed} is needed.", $"Take a parameter in {needed}."),
        ($"“{name}”的单位是 {unit}，此处须为 {needed}。", $"请使用单位为 {needed} 的参数。"));

    public static PackTrouble NoValue(string name) => new(
        "no_value",
        ($"'{name}' has no number, and a condition cannot do without.", "Give it a value and say `assumed: true`, or drop the condition."),
        ($"参数“{name}”没有数值，条件中不能使用。", "请给出数值并写 assumed: true，或去掉该条件。"));

    public static PackTrouble Impossible(double value, string possible, string chinese) => new(
        "impossible_threshold",
        ($"{Text(value)} is impossible: it must be {possible}.", "Correct the number; ratios are 0.2 and never 20."),
        ($"{Text(value)} 不可能成立：应为{chinese}。", "请改正数值；比例写 0.2，不写 20。"));

    public static PackTrouble OutOf(double value, double most) => double.IsInfinity(most)
        ? Impossible(value, "0 or more", " 0 或更大")
        : Impossible(value, $"from 0 to {most:0}", $" 0 至 {most:0}");

    public static PackTrouble TooMany(string what, int most) => new(
        "too_many",
        ($"There are more than {most} {what}.", "Leave some out, or put them together."),
        ($"{what} 超过 {most} 项。", "请删减或合并。"));

    public static PackTrouble NoMeasure(string name, IReadOnlyList<string> known) => new(
        "unknown_measure",
        ($"There is no measure '{name}' that a rule can be about.", PackHints.Meant(name, known)),
        ($"没有可用于规则的指标“{name}”。", PackHints.MeantChinese(name, known)));

    public static PackTrouble DoesNotFit(string condition, bool isOfBuildings) => new(
        "condition_does_not_fit",
        ($"'{condition}' cannot be asked of {(isOfBuildings ? "buildings" : "parcels")}.",
            $"Drop it, or sum something of {(isOfBuildings ? "parcels, as land" : "buildings, as floor_area")}."),
        ($"条件“{condition}”不适用于{(isOfBuildings ? "建筑" : "地块")}。",
            $"请去掉，或改为对{(isOfBuildings ? "地块" : "建筑")}求和。"));

    public static PackTrouble NoRule(string id, IReadOnlyList<string> known) => new(
        "unknown_rule",
        ($"No rule is called '{id}'.", PackHints.Meant(id, known, "Name a rule of this pack or of one that it extends.")),
        ($"没有名为“{id}”的规则。", PackHints.MeantChinese(id, known, "请写本规则包或其所继承规则包中的规则。")));

    public static PackTrouble RuleCycle(IEnumerable<string> round) => new(
        "rule_cycle",
        ($"Rules are made of each other in a circle: {string.Join(" → ", round)}.", "Take one of these out."),
        ($"规则循环引用：{string.Join(" → ", round)}。", "请去掉其一。"));

    public static PackTrouble LonelyPart(string id) => new(
        "lonely_part",
        ($"'{id}' is only a part of other rules, and no rule is made of it, so it is never judged.", "Name it in another rule, or drop `part: true`."),
        ($"“{id}”只作为其他规则的组成部分，而没有规则引用它，因此永远不会被核对。", "请在其他规则中引用，或去掉 part: true。"));

    public static PackTrouble NoPriceHere { get; } = new(
        "price_does_not_fit",
        ("Only a share or a sum can be broken at a price.", "Leave the price out, or write the rule as a share or sum."),
        ("只有比值或求和规则可以设价格。", "请去掉 price，或改写为 share 或 sum。"));

    public static PackTrouble NoSetting(string name, IReadOnlyList<string> known) => new(
        "unknown_setting",
        ($"The pack has no parameter '{name}' to set.", PackHints.Meant(name, known)),
        ($"规则包没有参数“{name}”可设。", PackHints.MeantChinese(name, known)));

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Shipped => string.Join(", ", RulePackShelf.Ids);
}
