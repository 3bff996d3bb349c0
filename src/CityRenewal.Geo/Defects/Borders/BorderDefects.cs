namespace CityRenewal.Geo.Defects;

/// <summary>What can be wrong between neighbours: parcel and parcel, building and parcel, zone and zone.</summary>
public static class BorderDefects
{
    /// <summary>Land that several surface parcels claim.</summary>
    public static readonly DefectKind Overlap = new(
        "overlap",
        Severity.Warning,
        "The parcel covers land of its neighbours",
        "地块与相邻地块重叠",
        "Move its border; until then the smallest id owns the shared land.",
        "修正界线;在此之前重叠部分归标识码最小的地块。");

    /// <summary>A strip of land that no parcel claims.</summary>
    public static readonly DefectKind Gap = new(
        "gap",
        Severity.Warning,
        "A narrow strip beside the parcel belongs to nobody",
        "地块旁有无主窄缝",
        "Move its border to its neighbours'; until then the strip counts as street or void.",
        "将界线移至相邻地块;在此之前窄缝计入道路或空隙。");

    /// <summary>The whole parcel lies some millimetres beside its neighbours.</summary>
    public static readonly DefectKind OffsetMm = new(
        "offset_mm",
        Severity.Note,
        "The whole parcel is moved by millimetres against its neighbours",
        "整个地块相对相邻地块有毫米级偏移",
        "Nothing has to be done: snapping closes it; --repair offset_mm moves it back.",
        "无需处理:捕捉会闭合;也可用 --repair offset_mm 移回。");

    /// <summary>Corners that were digitised twice with some centimetres between them.</summary>
    public static readonly DefectKind DigitisingNoise = new(
        "digitising_noise",
        Severity.Note,
        "Corners of neighbours differ by less than the snapping tolerance",
        "相邻地块的界址点有小于捕捉容差的差异",
        "Nothing has to be done: snapping brings them together, and what each parcel gains and loses is kept.",
        "无需处理:捕捉会合并,各地块的增减面积均有记录。");

    /// <summary>A vertex on a straight border that no neighbour has.</summary>
    public static readonly DefectKind UnnodedVertex = new(
        "unnoded_vertex",
        Severity.Note,
        "A vertex on a straight border that no neighbour has",
        "直线界上的顶点在相邻地块中不存在",
        "Nothing has to be done: the land fabric gives it to both sides.",
        "无需处理:土地肌理会在两侧补点。");

    /// <summary>A building that does not lie on its own parcel.</summary>
    public static readonly DefectKind ShiftedBuilding = new(
        "shifted_building",
        Severity.Warning,
        "The building does not lie where its parcel and its neighbours say",
        "建筑位置与所属地块或相邻建筑矛盾",
        "Compare it with the orthophoto and move it, or correct its parcel id.",
        "对照影像移正,或更正所属地块编号。");

    /// <summary>A building that stands on several parcels.</summary>
    public static readonly DefectKind BuildingAcrossParcels = new(
        "building_across_parcels",
        Severity.Note,
        "The building stands across a parcel border",
        "建筑跨越地块界线",
        "Nothing has to be done: its parcels are kept together.",
        "无需处理:所跨地块将一并考虑。");

    /// <summary>Buildings that lie upon each other.</summary>
    public static readonly DefectKind BuildingOverlap = new(
        "building_overlap",
        Severity.Note,
        "Buildings lie upon each other",
        "建筑相互重叠",
        "Say which are parts of one building; footprints that lie upon each other count twice.",
        "说明哪些属于同一幢;重叠部分的基底面积会重复计算。");

    /// <summary>A construction control zone that covers the core it surrounds.</summary>
    public static readonly DefectKind BufferWithoutHole = new(
        "buffer_without_hole",
        Severity.Warning,
        "The control zone covers the core zone that it surrounds",
        "建设控制地带覆盖了核心保护范围",
        "Cut the core out of it; until then land in both counts as core.",
        "从中扣除核心范围;在此之前重叠部分按核心范围计。");

    /// <summary>All kinds of this class.</summary>
    public static readonly IReadOnlyList<DefectKind> All =
    [
        Overlap, Gap, OffsetMm, DigitisingNoise, UnnodedVertex, ShiftedBuilding, BuildingAcrossParcels, BuildingOverlap,
        BufferWithoutHole,
    ];
}
