namespace CityRenewal.Geo.Need;

/// <summary>
/// The land has a use of some codes. A code counts only with the list that it is of, because the same digits mean different
/// things in different lists; where that is not known, neither is the use.
/// </summary>
/// <param name="System">The list: 用地用海分类 or 三调.</param>
/// <param name="Prefixes">Beginnings of the codes.</param>
public sealed record LandUseSign(string System, IReadOnlyList<string> Prefixes) : CategorySign
{
    private const double LeastShare = 0.5;

    /// <inheritdoc/>
    public override string Requirement => $"land use {Words}";

    /// <inheritdoc/>
    public override string RequirementChinese => $"用地代码 {Words}";

    private string Words => $"{string.Join(", ", Prefixes.Select(prefix => prefix + "*"))} ({System})";

    /// <inheritdoc/>
    public override string Finding(double value) => $"land use {Words} on {Percent(value)} % of the land of known use";

    /// <inheritdoc/>
    public override string FindingChinese(double value) => $"用地代码 {Words} 占已知用途用地 {Percent(value)}%";

    internal override bool Holds(double value) => value >= LeastShare;

    internal override IEnumerable<string> Problems()
    {
        if (System.Length == 0)
        {
            yield return "a land-use code names no list that it is of, such as 用地用海分类";
        }

        if (Prefixes.Count == 0 || Prefixes.Any(prefix => prefix.Length == 0))
        {
            yield return "a land use names no code";
        }
    }

    internal override Func<int, SignTally> MeterIn(CategoryGround ground)
    {
        var parcels = ground.City.Parcels;
        bool[] fits = [.. parcels.LandUse.Words.Select(IsOne)];
        bool[] isOfSystem = [.. parcels.LandUseSystem.Words.Select(system => system == System)];
        return parcel =>
        {
            var area = ground.Facts.AreaM2[parcel];
            var code = parcels.LandUse.Codes[parcel];
            return code == 0 || !isOfSystem[parcels.LandUseSystem.Codes[parcel]]
                ? new SignTally(0, 0, area)
                : new SignTally(fits[code] ? area : 0, area, 0);
        };
    }

    private bool IsOne(string code) => Prefixes.Any(prefix => code.StartsWith(prefix, StringComparison.Ordinal));
}
