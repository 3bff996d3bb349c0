using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Metrics;

/// <summary>A measure of an area with its name and its formula.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Of">Computes it.</param>
internal sealed record AreaFormula(MeasureName Name, Func<AreaStock, Measured> Of)
{
    private const MeasureUnit SquareMetre = MeasureUnit.SquareMetre;
    private const MeasureUnit Count = MeasureUnit.Count;

    /// <summary>All of them, in the order of every table and output.</summary>
    public static readonly IReadOnlyList<AreaFormula> All =
    [
        new(new("gross_area_m2", "总用地面积", SquareMetre), stock => GrossArea.Of(stock.Outline)),
        new(new("net_area_m2", "净用地面积", SquareMetre), stock => Measured.Exactly(stock.NetArea)),
        new(new("existing_floor_area_m2", "现状总建筑面积", SquareMetre), stock => stock.Existing.ToMeasured()),
        new(new("floor_area_unknown_buildings", "建筑面积未知的建筑数", Count), stock => Measured.Exactly(stock.Existing.Unknown)),
        new(new("demolition_ratio", "拆除比例"), stock => DemolitionRatio.Of(stock, ExemptReading.OutOfNumerator)),
        new(new("demolition_ratio_exempt_out_of_both", "拆除比例（分母亦扣除）"), stock => DemolitionRatio.Of(stock, ExemptReading.OutOfBoth)),
        new(new("elective_demolition_floor_area_m2", "计入比例的拆除面积", SquareMetre), DemolishedFloorArea.Elective),
        new(new("exempt_demolition_floor_area_m2", "不计入比例的拆除面积", SquareMetre), DemolishedFloorArea.Exempt),
        new(new("new_floor_area_m2", "新建建筑面积", SquareMetre), NewFloorArea.Of),
        new(new("floor_area_change_m2", "建筑面积增减", SquareMetre), FloorAreaChange.Of),
        new(new("new_to_demolished_ratio", "拆建比（新建）"), stock => NewToDemolishedRatio.Of(stock, NewFloorAreaReading.NewBuilt)),
        new(new("total_after_to_demolished_ratio", "拆建比（更新后总量）"), stock => NewToDemolishedRatio.Of(stock, NewFloorAreaReading.TotalAfter)),
        new(new("gross_far", "毛容积率"), FloorAreaRatio.Gross),
        new(new("net_far", "净容积率"), FloorAreaRatio.Net),
        new(new("gross_far_after", "更新后毛容积率"), FloorAreaRatio.GrossAfter),
        new(new("building_density", "建筑密度"), BuildingDensity.Today),
        new(new("building_density_after", "更新后建筑密度"), BuildingDensity.After),
        new(new("local_rehousing_rate", "就地就近安置率"), LocalRehousingRate.Of),
        new(new("buildings", "建筑数", Count), stock => Measured.Exactly(stock.Buildings.Count)),
        new(new("households", "户数", Count), Headcount.Households),
        new(new("people", "人数", Count), Headcount.People),
        new(new("renovated_floor_area_m2", "改造建筑面积", SquareMetre), Renovated.FloorArea),
        new(new("renovated_buildings", "改造建筑数", Count), Renovated.Buildings),
        new(new("households_benefiting", "受益户数", Count), Headcount.HouseholdsBenefiting),
        new(new("people_benefiting", "受益人数", Count), Headcount.PeopleBenefiting),
        new(new("people_per_hectare", "人口密度（人/公顷）", MeasureUnit.PerHectare), PeopleDensity.Of),
        new(new("use_mix", "功能混合度"), UseMix.Of),
        new(new("infill_share", "存量填充比例"), InfillShare.Of),
        .. Ages("unknown", "房龄不详", AgeClass.Unknown),
        .. Ages("under_20_years", "房龄20年以下", AgeClass.Under20),
        .. Ages("20_to_29_years", "房龄20至29年", AgeClass.From20To29),
        .. Ages("30_to_49_years", "房龄30至49年", AgeClass.From30To49),
        .. Ages("50_years_and_older", "房龄50年及以上", AgeClass.From50),
        .. Dangers("unknown", "未鉴定", DangerGrade.Unknown),
        .. Dangers("a", "A级", DangerGrade.A),
        .. Dangers("b", "B级", DangerGrade.B),
        .. Dangers("c", "C级", DangerGrade.C),
        .. Dangers("d", "D级", DangerGrade.D),
    ];

    private static IEnumerable<AreaFormula> Ages(string word, string chinese, AgeClass age) =>
    [
        new(new($"age_{word}_floor_area_share", $"{chinese}建筑面积占比"), stock => AgeMix.ByFloorArea(stock, age)),
        new(new($"age_{word}_building_share", $"{chinese}建筑数占比"), stock => AgeMix.ByCount(stock, age)),
    ];

    private static IEnumerable<AreaFormula> Dangers(string word, string chinese, DangerGrade grade) =>
    [
        new(new($"danger_{word}_floor_area_share", $"危险等级{chinese}建筑面积占比"), stock => DangerMix.ByFloorArea(stock, grade)),
        new(new($"danger_{word}_building_share", $"危险等级{chinese}建筑数占比"), stock => DangerMix.ByCount(stock, grade)),
    ];
}
