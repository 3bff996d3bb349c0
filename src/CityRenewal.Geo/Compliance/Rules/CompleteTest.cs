using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// How much of each block or unit that an area takes land of lies in the area: the least share of land decides. A limit of 1
/// asks for whole ones. Parcels that no area may hold, forbidden by another rule of the pack, are left out on both sides.
/// </summary>
/// <param name="Of">What is to be complete: blocks, or a division of the town.</param>
/// <param name="Least">The parameter with the least share.</param>
public sealed record CompleteTest(string Of, string Least) : RuleTest
{
    private static readonly WhyNot NoUnit = new("no_unit", "The area takes land of none of these units.", "片区不占此类单元用地。");

    /// <inheritdoc/>
    public override IEnumerable<string> Needs => UnitShares.NeededFor(Of);

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Least];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Ratio;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var limit = book.Ground.ValueOf(Least);
        if (UnitShares.UnitsOf(book, area, Of) is not { } units)
        {
            return Compared(Measured.Unknown(Surroundings.NotComputed), limit, LimitSense.AtLeast, RuleUnit.Ratio);
        }

        var shares = UnitShares.SharesIn(book, area, units);
        if (shares.Count == 0)
        {
            return Compared(Measured.NotApplicable(NoUnit), limit, LimitSense.AtLeast, RuleUnit.Ratio);
        }

        var worst = shares.MinBy(unit => unit.Share);
        var failing = shares.Where(unit => Compared(Measured.Exactly(unit.Share), limit, LimitSense.AtLeast, RuleUnit.Ratio).Verdict == Verdict.Fail).ToList();
        return Compared(Measured.Exactly(worst.Share), limit, LimitSense.AtLeast, RuleUnit.Ratio) with
        {
            Evidence = new Evidence
            {
                Numerator = worst.Inside,
                Denominator = worst.Whole,
                Parcels = [.. failing.SelectMany(unit => unit.LeftOut).Order()],
                Others = [.. failing.Select(unit => units.NameOf(book.Ground.City, unit.Unit))],
                PartsOf = () => UnitShares.PartsOf(book, area, units, worst.Unit),
            },
        };
    }
}
