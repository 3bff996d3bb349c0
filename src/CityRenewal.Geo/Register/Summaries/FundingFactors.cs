namespace CityRenewal.Geo.Register;

/// <summary>
/// The factors that money for old residential estates 老旧小区 is allotted by: floor area, buildings, households and people that
/// stay and benefit, and the fiscal coefficient that somebody entered. They are factors and no amount of money.
/// </summary>
/// <param name="Project">The project.</param>
/// <param name="FloorAreaM2">Floor area that stays, m².</param>
/// <param name="Buildings">Buildings of which something stays.</param>
/// <param name="Households">Their households.</param>
/// <param name="People">Their people.</param>
public sealed record FundingFactors(RegisterEntry Project, KnownSum FloorAreaM2, int Buildings, KnownSum Households, KnownSum People)
{
    /// <summary>What every table of factors says of itself.</summary>
    public const string Label = "测算因子,非补助额 · Factors for allotment, not an amount of subsidy";

    /// <summary>The category that the factors are made for.</summary>
    public const string Category = "old_residential";

    /// <summary>The factors of all live projects of the category, in the order of the register.</summary>
    public static IReadOnlyList<FundingFactors> Of(RenewalRegister register) =>
    [
        .. register.Entries.Where(entry => entry.Kind == RegisterKind.Project && entry.IsLive && entry.Category == Category)
            .Select(entry => Of(entry, register.BuildingsOf(entry))),
    ];

    private static FundingFactors Of(RegisterEntry project, IReadOnlyList<BaselineBuilding> buildings)
    {
        var gone = project.Claims.ToDictionary(claim => claim.Building, claim => claim.Elective + claim.Exempt, StringComparer.Ordinal);
        var staying = buildings.Select(building => (Building: building, Share: 1 - gone.GetValueOrDefault(building.Id))).Where(one => one.Share > 1e-9).ToList();
        return new FundingFactors(
            project,
            KnownSum.Of(staying.Select(one => (double?)(one.Share * one.Building.FloorArea.Value))),
            staying.Count,
            KnownSum.Of(staying.Select(one => (double?)one.Building.Households)),
            KnownSum.Of(staying.Select(one => (double?)one.Building.People)));
    }
}
