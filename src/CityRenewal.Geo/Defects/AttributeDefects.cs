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

    /// <summary>The value allows several numbers.</summary>
    public static readonly DefectKind IntervalValue = new(
        "interval_value",
        Severity.Warning,
        "The value allows several numbers",
        "取值为区间",
        "Fill in the one that is true; it counts as unknown, for a mean is no fact.",
        "请填写确切数值;现按未知处理,不取平均值。");

    /// <summary>Rows of one building code are too far apart, or not fit, to be one building.</summary>
    public static readonly DefectKind PartsNotGrouped = new(
        "parts_not_grouped",
        Severity.Warning,
        "Rows of one building code were not made one building",
        "同一幢号的多条记录未归并为一幢",
        "Correct the code or the outlines; the rows stay as they are.",
        "请更正幢号或图形;记录保持原样。");

    /// <summary>The parts of a building say different things of the whole.</summary>
    public static readonly DefectKind PartsDisagree = new(
        "parts_disagree",
        Severity.Note,
        "The parts of the building say different things of the whole",
        "同幢各部分属性不一致",
        "Check it; the largest part speaks for the building.",
        "请核对;暂以最大部分为准。");

    /// <summary>A row repeats another part of the same building.</summary>
    public static readonly DefectKind RepeatedPart = new(
        "repeated_part",
        Severity.Warning,
        "The row repeats another part of the same building",
        "同幢部分重复",
        "Delete one of them; the building counts it once.",
        "请删除其一;合计时只计一次。");

    /// <summary>Buildings of different codes stand on each other.</summary>
    public static readonly DefectKind StackedFootprints = new(
        "stacked_footprints",
        Severity.Note,
        "The footprint lies on that of a building with another code",
        "建筑基底与其他幢重叠",
        "If they are one building, give them one code; until then they stay two and their floor areas are both counted.",
        "如属同一幢,请赋予同一幢号;在此之前按两幢计。");

    /// <summary>A protected item fits several buildings alike.</summary>
    public static readonly DefectKind AmbiguousBuilding = new(
        "ambiguous_building",
        Severity.Warning,
        "The protected item fits several buildings alike",
        "保护对象对应多幢建筑",
        "Name its building by id; until then every building that it lies on counts as protected.",
        "请以编号注明所在建筑;在此之前所压建筑均按受保护处理。");

    /// <summary>A protected item names a building that does not exist.</summary>
    public static readonly DefectKind DanglingBuildingRef = new(
        "dangling_building_ref",
        Severity.Warning,
        "The protected item names a building that does not exist",
        "保护对象注明的建筑不存在",
        "Correct the building id; its position decides which building it is.",
        "请更正建筑编号;以位置确定所在建筑。");

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
