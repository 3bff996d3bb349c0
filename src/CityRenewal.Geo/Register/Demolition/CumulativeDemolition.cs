using CityRenewal.Geo.Metrics;

namespace CityRenewal.Geo.Register;

/// <summary>
/// All demolition on some land against what stood there at the baseline: planned and done, over all projects and phases. A
/// building counts once, with the largest share that anybody takes by choice; one that is gone counts whole, by choice unless
/// somebody registered it otherwise or its exemption was evidenced at the baseline.
/// </summary>
public sealed class CumulativeDemolition
{
    private CumulativeDemolition(IReadOnlyList<CumulativeBuilding> buildings)
    {
        Buildings = buildings;
        Standing = [.. buildings.Select((one, row) => new StandingBuilding(row, one.Building.FloorArea, one.Building.Footprint, null, one.Elective, one.Exempt))];
        Existing = FloorAreaSum.Of(Standing, _ => 1);
        Elective = FloorAreaSum.Of(Standing, building => building.Elective);
        Exempt = FloorAreaSum.Of(Standing, building => building.Exempt);
    }

    /// <summary>The buildings of the baseline by id, each with what is taken of it; they sum to the numbers below.</summary>
    public IReadOnlyList<CumulativeBuilding> Buildings { get; }

    /// <summary>Floor area at the baseline, m².</summary>
    public FloorAreaSum Existing { get; }

    /// <summary>Floor area that went or goes by choice, m².</summary>
    public FloorAreaSum Elective { get; }

    /// <summary>Floor area that went or goes without counting, m².</summary>
    public FloorAreaSum Exempt { get; }

    /// <summary>The buildings that are gone.</summary>
    public IEnumerable<CumulativeBuilding> Gone => Buildings.Where(building => building.IsGone);

    /// <summary>The buildings that several projects take.</summary>
    public IEnumerable<CumulativeBuilding> TakenTwice => Buildings.Where(building => building.IsTakenTwice);

    private StandingBuilding[] Standing { get; }

    /// <summary>Sums up.</summary>
    /// <param name="baseline">What stood there; of a building that is named twice the first counts.</param>
    /// <param name="claims">What each project takes, by the project.</param>
    /// <param name="stands">Whether the present layers still have a building.</param>
    public static CumulativeDemolition Of(
        IEnumerable<BaselineBuilding> baseline, IReadOnlyList<(string By, IReadOnlyList<DemolitionClaim> Claims)> claims, Func<string, bool> stands) =>
        Of(baseline, ByBuilding(claims), stands);

    /// <summary>Claims by the building that they are on, for many sums of the same ones.</summary>
    internal static ILookup<string, (string By, DemolitionClaim Claim)> ByBuilding(IEnumerable<(string By, IReadOnlyList<DemolitionClaim> Claims)> claims) =>
        claims.SelectMany(project => project.Claims, (project, claim) => (project.By, Claim: claim)).ToLookup(one => one.Claim.Building, StringComparer.Ordinal);

    /// <summary>Sums up claims that lie by their buildings.</summary>
    internal static CumulativeDemolition Of(
        IEnumerable<BaselineBuilding> baseline, ILookup<string, (string By, DemolitionClaim Claim)> taken, Func<string, bool> stands) => new(
    [
        .. baseline.DistinctBy(building => building.Id, StringComparer.Ordinal).OrderBy(building => building.Id, StringComparer.Ordinal)
            .Select(building => Of(building, [.. taken[building.Id]], !stands(building.Id))),
    ]);

    /// <summary>The ratio in one of the two readings; not applicable where nothing stood there.</summary>
    public Measured Ratio(ExemptReading reading) => DemolitionRatio.Of(Standing, reading);

    private static CumulativeBuilding Of(BaselineBuilding building, IReadOnlyList<(string By, DemolitionClaim Claim)> taken, bool isGone)
    {
        var elective = taken.Select(one => one.Claim.Elective).DefaultIfEmpty(0).Max();
        var exempt = Math.Min(1 - elective, taken.Select(one => one.Claim.Exempt).DefaultIfEmpty(0).Max());
        if (isGone)
        {
            // What went beyond what was registered went by choice, unless its exemption was evidenced.
            exempt = Math.Min(1 - elective, Math.Max(exempt, building.ExemptShare));
            elective = 1 - exempt;
        }

        return new CumulativeBuilding(building, elective, exempt, isGone, [.. taken.Select(one => one.By).Distinct(StringComparer.Ordinal)]);
    }
}
