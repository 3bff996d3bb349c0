namespace CityRenewal.Geo.Reasons;

/// <summary>What the limits of a request are called.</summary>
internal static class AreaLimitTitles
{
    public static readonly ReasonText Smallest = new("net area, at least", "净面积下限");

    public static readonly ReasonText Largest = new("net area, at most", "净面积上限");

    public static readonly ReasonText Shape = new("Polsby-Popper compactness, at least", "形状紧凑度下限(Polsby-Popper)");

    public static readonly ReasonText Barrier = new("barriers inside", "片区内阻隔");

    public static readonly ReasonText Parts = new("parts that are not contiguous", "不相连的部分");

    /// <summary>A limit by the word of the request.</summary>
    public static ReasonText Of(string limit) => limit switch
    {
        "land_budget_m2" => new("net land of all areas, at most", "全部片区净用地上限"),
        "cost_budget" => new("cost of all areas, at most", "全部片区费用上限"),
        "fewest_areas" => new("number of areas, at least", "片区数量下限"),
        "most_areas" => new("number of areas, at most", "片区数量上限"),
        "spacing_m" => new("areas that are too near", "间距不足的片区"),
        "keep_whole" => new("land left out of what is taken whole", "须整体纳入而漏下的用地"),
        "link_prices" => new("parcels left out that are wanted together", "宜同属一区而漏下的地块"),
        "division_prices" => new("units of a division beyond the first", "跨越的分区单元"),
        "largest_enclave_m2" => new("land of others in one hole, at most", "单个空洞包围的他人用地上限"),
        "smallest_remainder_m2" => new("land that remainders of blocks lack", "街坊残余所缺用地"),
        "pair_prices" => new("pairs that cost: across a barrier, or wanted apart", "须付代价的地块对(跨越阻隔或宜分开)"),
        _ => new(limit, limit),
    };

    /// <summary>The unit of a limit.</summary>
    public static string UnitOf(string limit) => limit is "land_budget_m2" or "keep_whole" or "largest_enclave_m2" or "smallest_remainder_m2" ? "m²" : "1";
}
