namespace CityRenewal.Geo.Comparison;

/// <summary>The words for what became of areas: one on the wire, one for people in each language.</summary>
public static class ComparisonWords
{
    /// <summary>The word in files and JSON.</summary>
    public static string Wire(this GroupKind kind) => kind switch
    {
        GroupKind.SameLand => "same_land",
        GroupKind.Changed => "changed",
        GroupKind.Split => "split",
        GroupKind.Merged => "merged",
        GroupKind.Regrouped => "regrouped",
        GroupKind.Gone => "gone",
        _ => "new",
    };

    /// <summary>The word for people, Chinese and English.</summary>
    public static string Label(this GroupKind kind) => kind switch
    {
        GroupKind.SameLand => "范围不变 same land",
        GroupKind.Changed => "范围调整 changed",
        GroupKind.Split => "拆分 split",
        GroupKind.Merged => "合并 merged",
        GroupKind.Regrouped => "重组 regrouped",
        GroupKind.Gone => "取消 gone",
        _ => "新增 new",
    };
}
