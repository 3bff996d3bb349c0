namespace CityRenewal.Geo.Reasons;

/// <summary>What the limits of a request are called.</summary>
internal static class AreaLimitTitles
{
    public static readonly ReasonText Smallest = new("net area, at least", "净面积下限");

    public static readonly ReasonText Largest = new("net area, at most", "净面积上限");

    public static readonly ReasonText Shape = new("Polsby-Popper compactness, at least", "形状紧凑度下限(Polsby-Popper)");

    public static readonly ReasonText Barrier = new("barriers inside", "片区内阻隔");

    public static readonly ReasonText Parts = new("parts that are not contiguous", "不相连的部分");
}
