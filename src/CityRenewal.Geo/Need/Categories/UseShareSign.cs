using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Need;

/// <summary>Buildings of some uses have at least a share of the floor area whose use is known.</summary>
/// <param name="Uses">Words of the register: residential, commerce, industry, …</param>
/// <param name="LeastShare">The share, in [0, 1].</param>
public sealed record UseShareSign(IReadOnlyList<string> Uses, double LeastShare) : CategorySign
{
    /// <inheritdoc/>
    public override string Requirement => $"{Words} at least {Percent(LeastShare)} % of the floor area of known use";

    /// <inheritdoc/>
    public override string RequirementChinese => $"{ChineseWords}占已知用途建筑面积 ≥ {Percent(LeastShare)}%";

    private string Words => string.Join(", ", Uses);

    private string ChineseWords => string.Join("、", Uses.Select(BuildingUseWords.ChineseOf));

    /// <inheritdoc/>
    public override string Finding(double value) =>
        $"{Words} is {Percent(value)} % of the floor area of known use (at least {Percent(LeastShare)} %)";

    /// <inheritdoc/>
    public override string FindingChinese(double value) =>
        $"{ChineseWords}占已知用途建筑面积 {Percent(value)}%（≥ {Percent(LeastShare)}%）";

    internal override bool Holds(double value) => value >= LeastShare;

    internal override IEnumerable<string> Problems() =>
        [.. Uses.Count == 0 ? ["no use is named"] : Array.Empty<string>(), .. ShareProblems("the share of a use", LeastShare)];

    internal override Func<int, SignTally> MeterIn(CategoryGround ground)
    {
        var use = ground.City.Buildings.Use;
        double[] values = [.. use.Words.Select(word => word.Length == 0 ? Unknown.Real : Uses.Contains(word) ? 1 : 0)];
        double ValueOf(int building) => values[use.Codes[building]];
        return parcel => ground.OfBuildings(parcel, ValueOf);
    }
}
