using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Areas;

/// <summary>
/// What a plan and its areas keep to besides the size of an area. Nothing is limited by default but that areas do not cross
/// planning units nor barriers.
/// </summary>
public sealed record PlanLimits
{
    /// <summary>Nothing but the defaults.</summary>
    public static readonly PlanLimits None = new();

    /// <summary>What each m² below the smallest area costs, m² of benefit; null where that limit is hard.</summary>
    public double? MinimumAreaPrice { get; init; }

    /// <summary>What each m² above the largest area costs, m² of benefit; null where that limit is hard.</summary>
    public double? MaximumAreaPrice { get; init; }

    /// <summary>What every area costs by itself, m² of benefit (κ).</summary>
    public double OpeningPrice { get; init; }

    /// <summary>Fewest areas of a plan; a price is per area that is missing.</summary>
    public PricedLimit? FewestAreas { get; init; }

    /// <summary>Most areas of a plan; a price is per area too many.</summary>
    public PricedLimit? MostAreas { get; init; }

    /// <summary>Smallest Polsby-Popper compactness of an area, in [0, 1]; a price is per hundredth that is missing.</summary>
    public PricedLimit? LeastPolsbyPopper { get; init; }

    /// <summary>Most net land of all areas together, m²; a price is per m².</summary>
    public PricedLimit? LandBudget { get; init; }

    /// <summary>Most cost of all areas together, in the unit of <see cref="Cost"/>; a price is per unit.</summary>
    public PricedLimit? CostBudget { get; init; }

    /// <summary>What renewal costs; null where nobody says.</summary>
    public CostModel? Cost { get; init; }

    /// <summary>Lists of parcels that lie in the same area or in none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> MustLink { get; init; } = [];

    /// <summary>Lists of parcels that are wanted in the same area or in none, at a price.</summary>
    public IReadOnlyList<LinkPrice> LinkPrices { get; init; } = [];

    /// <summary>Lists of parcels of which no two lie in one area.</summary>
    public IReadOnlyList<ApartGroup> CannotLink { get; init; } = [];

    /// <summary>Groups that an area takes whole or not at all.</summary>
    public IReadOnlyList<WholeGroup> KeepWhole { get; init; } = [];

    /// <summary>Divisions whose units no area crosses.</summary>
    public IReadOnlyList<string> UncrossedDivisions { get; init; } = [LayerNames.PlanningUnits];

    /// <summary>Divisions whose units an area may cross at a price; none of them is in <see cref="UncrossedDivisions"/>.</summary>
    public IReadOnlyList<DivisionPrice> DivisionPrices { get; init; } = [];

    /// <summary>Kinds of barrier that an area may cross at a price; no other is crossed.</summary>
    public IReadOnlyList<CrossingPrice> Crossings { get; init; } = [];

    /// <summary>Least distance between two areas, metres; a price is per pair of areas that are nearer.</summary>
    public PricedLimit? Spacing { get; init; }

    /// <summary>Largest land of others that an area may enclose, m² per hole; a price is per m² too much.</summary>
    public PricedLimit? LargestEnclave { get; init; }

    /// <summary>
    /// Smallest piece of a block that areas may leave over, m² of net land; a price is per m² that is missing. A block is
    /// land whose parcels border each other with no street between.
    /// </summary>
    public PricedLimit? SmallestRemainder { get; init; }

    /// <summary>Projects, each whole in one area.</summary>
    public IReadOnlyList<ProjectRequest> Projects { get; init; } = [];
}
