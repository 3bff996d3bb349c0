namespace CityRenewal.Geo.Defects;

/// <summary>Attributes that cannot all be true at once.</summary>
public static class ContradictionDefects
{
    /// <summary>Floor area against storeys × footprint.</summary>
    public static readonly DefectKind FloorArea = new(
        "floor_area_contradiction",
        Severity.Warning,
        "The floor area does not fit storeys × footprint",
        "建筑面积与层数×基底面积不符",
        "Check floor area, storeys and footprint; the given floor area is used.",
        "核对建筑面积、层数与基底;现以给定建筑面积为准。");

    /// <summary>Renewed before it was built.</summary>
    public static readonly DefectKind RenewedBeforeBuilt = new(
        "renewed_before_built",
        Severity.Warning,
        "The building was renewed before it was built",
        "改造年份早于建成年份",
        "Correct one of the two years.",
        "更正其中一个年份。");

    /// <summary>Grade D, and worth repairing.</summary>
    public static readonly DefectKind DangerousYetRepairable = new(
        "dangerous_yet_repairable",
        Severity.Note,
        "The building is of grade D and said to be worth repairing",
        "建筑为 D 级危房却注明有修缮价值",
        "Check the certificate: while both stand, its demolition is not exempt.",
        "核对鉴定报告;两者并存时其拆除不作为不计入比例的拆除。");

    /// <summary>A grade without its certificate.</summary>
    public static readonly DefectKind DangerWithoutCertificate = new(
        "danger_without_certificate",
        Severity.Note,
        "The building is of grade C or D and names no certificate",
        "建筑为 C、D 级危房但无鉴定报告编号",
        "Add the number of the certificate: without it nothing is exempt.",
        "补填鉴定报告编号;无编号时不作为不计入比例的拆除。");

    /// <summary>People without a household.</summary>
    public static readonly DefectKind PeopleWithoutHouseholds = new(
        "people_without_households",
        Severity.Warning,
        "People live in the building, and no household",
        "建筑有人口而户数为零",
        "Fill in the households; rehousing is counted by them.",
        "补填户数;安置按户数计算。");

    /// <summary>Floor area that counts underground storeys.</summary>
    public static readonly DefectKind UndergroundFloorArea = new(
        "underground_floor_area",
        Severity.Note,
        "The floor area seems to count underground storeys",
        "建筑面积疑含地下面积",
        "Give the floor area above ground: ratios are of that.",
        "请提供地上建筑面积;各项比例以地上面积计算。");

    /// <summary>Protected, and illegal.</summary>
    public static readonly DefectKind HistoricYetIllegal = new(
        "historic_yet_illegal",
        Severity.Note,
        "A protected building is marked as illegal",
        "保护建筑被标记为违法建设",
        "Ask the heritage office: no part of it is proposed for demolition until then.",
        "与文物主管部门核实;在此之前不建议拆除其任何部分。");

    /// <summary>More illegal floor area than there is.</summary>
    public static readonly DefectKind IllegalBeyondFloorArea = new(
        "illegal_beyond_floor_area",
        Severity.Warning,
        "The illegal part is larger than the floor area",
        "违法部分大于建筑面积",
        "Correct the illegal part or the floor area.",
        "更正违法面积或建筑面积。");

    /// <summary>Illegal without a decision.</summary>
    public static readonly DefectKind IllegalWithoutDecision = new(
        "illegal_without_decision",
        Severity.Note,
        "The building has an illegal part and names no decision",
        "建筑有违法部分但无处理决定文号",
        "Add the number of the decision: without it nothing is exempt.",
        "补填处理决定文号;无文号时不作为不计入比例的拆除。");

    /// <summary>A use that the land use does not know.</summary>
    public static readonly DefectKind UseAgainstLandUse = new(
        "use_against_land_use",
        Severity.Note,
        "The use of the building is not that of its land",
        "建筑用途与地块用地性质不符",
        "Check both; nothing is decided by it.",
        "核对两者;系统不据此作判断。");

    /// <summary>All kinds of this class.</summary>
    public static readonly IReadOnlyList<DefectKind> All =
    [
        FloorArea, RenewedBeforeBuilt, DangerousYetRepairable, DangerWithoutCertificate, PeopleWithoutHouseholds,
        UndergroundFloorArea, HistoricYetIllegal, IllegalBeyondFloorArea, IllegalWithoutDecision, UseAgainstLandUse,
    ];
}
