using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// What an area leaves over of the blocks or units that it takes land of: pieces of land that share border, counted where
/// they are smaller than could be used alone, so that no neighbour is orphaned.
/// </summary>
/// <param name="Of">What leaves remainders: blocks, or a division of the town.</param>
/// <param name="Smaller">The parameter with the size that a remainder must reach, m².</param>
/// <param name="Most">The parameter with the largest number of smaller ones.</param>
public sealed record RemainderTest(string Of, string Smaller, string Most) : RuleTest
{
    /// <inheritdoc/>
    public override IEnumerable<string> Needs => UnitShares.NeededFor(Of).Concat(UnitShares.NeededFor(LandUnits.Blocks)).Distinct();

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [Smaller, Most];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => RuleUnit.Count;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var limit = book.Ground.ValueOf(Most);
        if (area.Around is not { } around || book.Ground.ValueOf(Smaller) is not { } size)
        {
            return Compared(Measured.Unknown(area.Around is null ? Surroundings.NotComputed : NoLimit(Smaller)), limit, LimitSense.AtMost, RuleUnit.Count);
        }

        var units = UnitShares.UnitsOf(book, area, Of)!;
        var orphans = new List<IReadOnlyList<int>>();
        foreach (var unit in UnitShares.SharesIn(book, area, units))
        {
            orphans.AddRange(LandParts.Of(around, book.Ground.City, unit.LeftOut, gap: 0).All.Where(piece => LandOf(book, piece) < size - 1e-6));
        }

        return Compared(Measured.Exactly(orphans.Count), limit, LimitSense.AtMost, RuleUnit.Count) with
        {
            Evidence = new Evidence { Parcels = [.. orphans.SelectMany(piece => piece).Order()] },
        };
    }

    private static double LandOf(RuleBook book, IReadOnlyList<int> parcels)
    {
        double land = 0;
        foreach (var parcel in parcels)
        {
            land += book.Ground.Facts.AreaM2[parcel];
        }

        return land;
    }
}
