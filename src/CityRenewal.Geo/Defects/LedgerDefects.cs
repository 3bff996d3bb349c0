namespace CityRenewal.Geo.Defects;

/// <summary>What can be wrong where an attribute ledger is joined to a layer; one defect for each ledger, with how many and which first.</summary>
public static class LedgerDefects
{
    /// <summary>Rows of the ledger belong to no feature.</summary>
    public static readonly DefectKind RowWithoutFeature = new(
        "ledger_row_without_feature",
        Severity.Warning,
        "Rows of the ledger belong to no feature",
        "台账记录无对应要素",
        "Correct their keys or deliver the missing features; the rows are left out.",
        "请更正关键字或补交要素;相关记录未采用。");

    /// <summary>The ledger has several rows for one key.</summary>
    public static readonly DefectKind RepeatedKey = new(
        "ledger_key_repeated",
        Severity.Warning,
        "The ledger has several rows for one key",
        "台账关键字重复",
        "Keep one row for each key; the first counts.",
        "每个关键字保留一条记录;现采用首条。");

    /// <summary>Features have no row in the ledger.</summary>
    public static readonly DefectKind FeatureWithoutRow = new(
        "feature_without_ledger_row",
        Severity.Warning,
        "Features have no row in the ledger",
        "要素无对应台账记录",
        "Add the rows or correct the keys; what the ledger would tell counts as unknown.",
        "请补充记录或更正关键字;台账内容按未知处理。");

    /// <summary>Names are alike but not the same.</summary>
    public static readonly DefectKind ToConfirm = new(
        "ledger_match_to_confirm",
        Severity.Warning,
        "Names are alike but not the same, or several features bear them; nothing was joined",
        "名称相近或重名,未自动匹配",
        "Write the match list with --match-list, decide its rows and name it under `confirmed`.",
        "请用 --match-list 输出匹配清单,人工确认后在 confirmed 中给回。");
}
