namespace CityRenewal.Geo.Metrics;

/// <summary>Reasons that several measures of an area share.</summary>
internal static class AreaReasons
{
    public static readonly WhyNot NoFloorArea = new(
        "floor_area_unknown", "No floor area is known: give floor areas or storeys of the buildings.",
        "建筑面积未知：请补充建筑面积或层数。");

    public static readonly WhyNot NoDispositions = new(
        "no_dispositions", "Nothing is proposed for the buildings yet: propose or enter what is retained, renovated or demolished.",
        "尚未给出建筑处置方案：请先提出或录入留、改、拆方案。");

    public static readonly WhyNot DemolishedUnknown = new(
        "demolished_floor_area_unknown",
        "A building that is to be demolished has no known floor area: give its floor area or storeys.",
        "拟拆除建筑的建筑面积未知：请补充其建筑面积或层数。");

    public static readonly WhyNot NothingDemolished = new(
        "nothing_demolished", "Nothing is demolished by choice, so there is nothing to divide by.",
        "没有计入比例的拆除，比值无分母，不适用。");

    public static readonly WhyNot NoBuildings = new(
        "no_buildings", "No building stands on the area, so there is nothing to divide by.", "范围内没有建筑，比值无分母，不适用。");

    public static readonly WhyNot NoDetailedPlan = new(
        "no_detailed_plan", "No detailed plan says how much may be built where buildings go or none stand: give far_limit, or state the new floor area.",
        "拆除地块或空地没有详细规划容积率：请补充 far_limit 或申报新建建筑面积。");

    public static readonly WhyNot NoYear = new(
        "no_reference_year", "The city states no baseline year: give the year that ages count from.",
        "城市数据集没有基准年：请给出计算房龄的年份。");
}
