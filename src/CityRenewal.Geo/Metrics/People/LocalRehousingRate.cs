namespace CityRenewal.Geo.Metrics;

/// <summary>
/// Local rehousing rate (就地、就近安置率): households rehoused in the area or near it / households moved, in [0, 1]. Source:
/// 建科〔2021〕63号, third bottom line (advisably ≥ 50 %). Declared, by households: no layer can tell it, and what "near" means
/// is not defined. Not applicable where nobody moves: as declared, or because no building with households goes. Unknown where
/// somebody moves and nothing is declared.
/// </summary>
public static class LocalRehousingRate
{
    private static readonly WhyNot NotDeclared = new(
        "rehousing_not_declared", "Nobody declared how many households move and how many of them are rehoused locally.",
        "未申报需搬迁户数及就地、就近安置户数。");

    private static readonly WhyNot NobodyMoves = new(
        "nobody_moves", "No household has to move, so there is nothing to divide by.", "没有居民搬迁，比值无分母，不适用。");

    /// <summary>The rate as declared.</summary>
    public static Measured Of(AreaStock stock) => stock.Declared switch
    {
        { MovedHouseholds: 0 } => Measured.NotApplicable(NobodyMoves),
        { MovedHouseholds: { } moved, HouseholdsRehousedLocally: { } local } => Measured.Exactly((double)local / moved),
        { MovedHouseholds: null } when NobodyLosesAHome(stock) => Measured.NotApplicable(NobodyMoves),
        _ => Measured.Unknown(NotDeclared),
    };

    // A building that nobody is known to live in may be empty or unknown: only a known 0 says that nobody moves.
    private static bool NobodyLosesAHome(AreaStock stock) =>
        stock.HasDispositions
        && stock.Buildings.All(building =>
            building.Disposition != Areas.Disposition.Demolish || stock.City.Buildings.Households[building.Row] == 0);
}
