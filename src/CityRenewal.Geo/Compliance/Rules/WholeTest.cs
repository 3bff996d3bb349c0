using CityRenewal.Geo.Land;
using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Compliance;

/// <summary>
/// A historic district is in an area whole or not at all: a historic zone restricts what happens to buildings, not
/// membership. A parcel belongs to a district where at least half of its land lies in the district's zones. Parcels that no
/// area may hold, outside the UDB or forbidden by another rule of the pack, are excused, and so are rights above or below
/// the ground.
/// </summary>
public sealed record WholeTest : RuleTest
{
    /// <inheritdoc/>
    public override IEnumerable<string> Needs => [LayerNames.HistoricZones];

    /// <inheritdoc/>
    public override IEnumerable<string> Parameters => [];

    /// <inheritdoc/>
    public override RuleUnit? LimitUnit => null;

    /// <inheritdoc/>
    internal override void MakeReady(RuleGround ground, IReadOnlyCollection<int> parcels) => _ = ground.Districts;

    /// <inheritdoc/>
    internal override bool AsksWhatGoes => false;

    /// <inheritdoc/>
    internal override Judgement Judge(RuleBook book, AreaUnderReview area)
    {
        var districts = book.Ground.Districts;
        var cut = new List<int>();
        var left = new List<int>();
        foreach (var district in area.Stock.Land.Parcels.Select(parcel => districts.DistrictOf(parcel)).Where(district => district >= 0).Distinct().Order())
        {
            var missing = districts.ParcelsOf(district).Where(parcel => !area.Holds(parcel) && !IsExcused(book, parcel)).ToList();
            if (missing.Count > 0)
            {
                cut.Add(district);
                left.AddRange(missing);
            }
        }

        left.Sort();
        return new Judgement
        {
            Verdict = cut.Count == 0 ? Verdict.Pass : Verdict.Fail,
            Measured = Measured.Exactly(cut.Count),
            Limit = 0,
            Unit = RuleUnit.Count,
            Evidence = new Evidence { Parcels = left, Others = [.. cut.Select(district => districts.Names[district])] },
        };
    }

    private static bool IsExcused(RuleBook book, int parcel) =>
        book.Ground.City.Parcels.Position[parcel] != RightsPosition.Surface || book.KeptOutBy(parcel) >= 0;
}
