namespace CityRenewal.Geo.Defects;

/// <summary>What can be wrong with attributes.</summary>
public static class AttributeDefects
{
    /// <summary>The id is used more than once.</summary>
    public static readonly DefectKind DuplicateId = new(
        "duplicate_id",
        Severity.Error,
        "The id is used more than once",
        "标识码重复",
        "Give every feature an id of its own.",
        "为每个要素赋予唯一标识码。");

    /// <summary>The feature has no id.</summary>
    public static readonly DefectKind MissingId = new(
        "missing_id",
        Severity.Warning,
        "The feature has no id",
        "要素没有标识码",
        "Fill in the id; its number in the file stands in for it.",
        "补填标识码;暂以文件内序号代替。");

    /// <summary>An attribute that others of the layer have is missing.</summary>
    public static readonly DefectKind MissingAttribute = new(
        "missing_attribute",
        Severity.Warning,
        "An attribute that others of the layer have is missing",
        "缺少本图层其他要素具有的属性",
        "Fill it in; it counts as unknown, not as zero.",
        "补填;在此之前按未知处理,不按零处理。");

    /// <summary>The building has no number of storeys.</summary>
    public static readonly DefectKind MissingStoreys = new(
        "missing_storeys",
        Severity.Warning,
        "The building has no number of storeys",
        "建筑缺少层数",
        "Fill in the storeys; without them and without a floor area, ratios become intervals.",
        "补填层数;否则相关比例只能给出区间。");

    /// <summary>The building has no year of completion.</summary>
    public static readonly DefectKind MissingYear = new(
        "missing_year",
        Severity.Warning,
        "The building has no year of completion",
        "建筑缺少建成年份",
        "Fill in the year; its age counts as unknown.",
        "补填建成年份;在此之前房龄按未知处理。");

    /// <summary>The number of storeys cannot be true.</summary>
    public static readonly DefectKind BadStoreys = new(
        "bad_storeys",
        Severity.Error,
        "The number of storeys cannot be true",
        "层数不合理",
        "Correct it; storeys run from 0 to 150, and the value counts as unknown.",
        "请更正;层数应在 0 至 150 之间,现按未知处理。");

    /// <summary>The year cannot be true.</summary>
    public static readonly DefectKind BadYear = new(
        "bad_year",
        Severity.Error,
        "The year cannot be true",
        "年份不合理",
        "Correct it; years run from 1700 to one after the baseline, and the value counts as unknown.",
        "请更正;年份应在 1700 年至基准年次年之间,现按未知处理。");

    /// <summary>The danger grade is not one of A, B, C, D.</summary>
    public static readonly DefectKind BadDanger = new(
        "bad_danger",
        Severity.Error,
        "The danger grade is not one of A, B, C, D",
        "危险性等级不是 A、B、C、D 之一",
        "Correct it or map the word under `values`; it counts as unknown.",
        "请更正或在映射文件 values 中对应;现按未知处理。");

    /// <summary>The text is not a number.</summary>
    public static readonly DefectKind BadNumber = new(
        "bad_number",
        Severity.Error,
        "The text is not a number",
        "文本不是数值",
        "Correct it or map the word under `values`; it counts as unknown.",
        "请更正或在映射文件 values 中对应;现按未知处理。");

    /// <summary>A quantity is negative.</summary>
    public static readonly DefectKind NegativeNumber = new(
        "negative_number",
        Severity.Error,
        "A quantity is negative",
        "数量为负",
        "Correct it; it counts as unknown.",
        "请更正;现按未知处理。");

    /// <summary>The word is none that the column knows.</summary>
    public static readonly DefectKind UnknownWord = new(
        "unknown_word",
        Severity.Warning,
        "The word is none that the column knows",
        "该列不识别此值",
        "Map it under `values`; it is kept as given and counts as unknown where a known word is needed.",
        "请在映射文件 values 中对应;现保留原值,需要已知值处按未知处理。");

    /// <summary>The building names no parcel.</summary>
    public static readonly DefectKind MissingParcelRef = new(
        "missing_parcel_ref",
        Severity.Note,
        "The building names no parcel",
        "建筑未注明所在地块",
        "Nothing has to be done: the overlay decides which parcel it stands on.",
        "无需处理:以空间叠加确定所在地块。");

    /// <summary>The building names a parcel that does not exist.</summary>
    public static readonly DefectKind DanglingParcelRef = new(
        "dangling_parcel_ref",
        Severity.Warning,
        "The building names a parcel that does not exist",
        "建筑注明的地块不存在",
        "Correct the parcel id; the overlay decides which parcel it stands on.",
        "请更正地块编号;以空间叠加确定所在地块。");

    /// <summary>The building stands on no parcel.</summary>
    public static readonly DefectKind OutsideAllParcels = new(
        "outside_all_parcels",
        Severity.Warning,
        "The building stands on no parcel",
        "建筑不在任何地块上",
        "Move it or deliver the missing parcel; it enters no area until then.",
        "移正建筑或补交地块;在此之前不进入任何片区。");

    /// <summary>The declared area is not the area of the outline.</summary>
    public static readonly DefectKind AreaMismatch = new(
        "area_mismatch",
        Severity.Warning,
        "The declared area is not the area of the outline",
        "声明面积与图形面积不符",
        "Check the unit of the declared area and the outline.",
        "检查面积单位与图形。");
}
