namespace CityRenewal.Geo.Defects;

/// <summary>What can be wrong with whole layers, or between them.</summary>
public static class LayerDefects
{
    /// <summary>A layer that conclusions need is not there.</summary>
    public static readonly DefectKind MissingLayer = new(
        "missing_layer",
        Severity.Note,
        "The layer was not delivered",
        "未交付该图层",
        "Deliver it if the conclusions that need it are wanted; see the readiness report.",
        "如需相关结论请补交;详见数据就绪报告。");

    /// <summary>A layer that is years older than the others.</summary>
    public static readonly DefectKind StaleLayer = new(
        "stale_layer",
        Severity.Warning,
        "The layer is years older than the others",
        "图层比其他图层旧数年",
        "Ask for the present state; results describe the city of the older date.",
        "索取现势数据;结果反映的是较旧时点的情况。");

    /// <summary>A layer that covers few of the parcels, or not all of them.</summary>
    public static readonly DefectKind CoversLittle = new(
        "layer_covers_little",
        Severity.Warning,
        "The layer does not cover the parcels",
        "图层未覆盖地块",
        "Check its extent and its reference system; parcels beside it are in none of its zones.",
        "检查其范围与坐标系;未覆盖的地块不属于任何分区。");

    /// <summary>A parcel of several pieces.</summary>
    public static readonly DefectKind MultipartParcel = new(
        "multipart_parcel",
        Severity.Note,
        "The parcel has several separate pieces",
        "地块由多个分离部分组成",
        "Split it if each piece is a parcel of its own; it stays one parcel.",
        "如各部分为独立地块请拆分;目前按一个地块处理。");

    /// <summary>What the declared areas are areas of.</summary>
    public static readonly DefectKind DeclaredAreaBasis = new(
        "declared_area_basis",
        Severity.Note,
        "The declared areas were compared with the outlines",
        "声明面积与图形面积的比对",
        "Nothing has to be done: it says which area the register means.",
        "无需处理:说明登记面积采用何种口径。");

    /// <summary>All kinds of this class.</summary>
    public static readonly IReadOnlyList<DefectKind> All = [MissingLayer, StaleLayer, CoversLittle, MultipartParcel, DeclaredAreaBasis];
}
