namespace CityRenewal.Geo.Need;

/// <summary>Footprints cover a share of the land that lies between two limits.</summary>
/// <param name="Least">The least share, from 0.</param>
/// <param name="Most">The greatest share, up to 1; 1 is no limit, also where buildings lie upon each other.</param>
public sealed record CoverageSign(double Least, double Most) : CategorySign
{
    /// <inheritdoc/>
    public override string Requirement => $"coverage {Percent(Least)} to {Percent(Most)} %";

    /// <inheritdoc/>
    public override string RequirementChinese => $"建筑密度 {Percent(Least)}%至{Percent(Most)}%";

    /// <inheritdoc/>
    public override string Finding(double value) =>
        $"coverage is {Percent(value)} % ({Percent(Least)} to {Percent(Most)} %)";

    /// <inheritdoc/>
    public override string FindingChinese(double value) =>
        $"建筑密度 {Percent(value)}%（{Percent(Least)}%至{Percent(Most)}%）";

    internal override bool Holds(double value) => value >= Least && (value <= Most || Most >= 1);

    internal override IEnumerable<string> Problems() =>
    [
        .. ShareProblems("the least coverage", Least), .. ShareProblems("the greatest coverage", Most),
        .. Least > Most ? [$"the least coverage {Number(Least)} is above the greatest {Number(Most)}"] : Array.Empty<string>(),
    ];

    internal override Func<int, SignTally> MeterIn(CategoryGround ground)
    {
        var isKnown = ground.City.Buildings.Count > 0;
        return parcel =>
        {
            var area = ground.Facts.AreaM2[parcel];
            return isKnown ? new SignTally(ground.Facts.Sums.Footprint[parcel], area, 0) : new SignTally(0, 0, area);
        };
    }
}
