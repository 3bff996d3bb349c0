using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Need;

/// <summary>The buildings have at least a mean age, weighted by floor area over those whose year is known.</summary>
/// <param name="LeastYears">The mean age, years.</param>
public sealed record MeanAgeSign(double LeastYears) : CategorySign
{
    /// <inheritdoc/>
    public override string Requirement => $"mean age at least {Number(LeastYears)} years";

    /// <inheritdoc/>
    public override string RequirementChinese => $"平均房龄 ≥ {Number(LeastYears)} 年";

    /// <inheritdoc/>
    public override string Finding(double value) => $"mean age is {Number(value)} years (at least {Number(LeastYears)})";

    /// <inheritdoc/>
    public override string FindingChinese(double value) => $"平均房龄 {Number(value)} 年（≥ {Number(LeastYears)} 年）";

    internal override bool Holds(double value) => value >= LeastYears;

    internal override IEnumerable<string> Problems() =>
        LeastYears is >= 0 and < 1000 ? [] : [$"the mean age is {Number(LeastYears)}: give years from 0 up"];

    internal override Func<int, SignTally> MeterIn(CategoryGround ground)
    {
        var buildings = ground.City.Buildings;
        double AgeOf(int building) => buildings.YearBuilt[building] == Unknown.Integer
            ? Unknown.Real
            : Math.Max(0, ground.Year - (double)buildings.YearBuilt[building]);
        return parcel => ground.OfBuildings(parcel, AgeOf);
    }
}
