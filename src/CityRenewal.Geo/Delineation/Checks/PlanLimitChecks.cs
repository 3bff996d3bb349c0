using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Delineation;

/// <summary>Looks at all areas of a finished plan together: number, budgets, spacing, what they leave over of blocks.</summary>
internal sealed class PlanLimitChecks(ProposalGround ground, Membership membership)
{
    private readonly ParcelDistances _distances = new(ground.Fabric);

    /// <summary>Everything that the plan breaks; the areas to blame come with it, the last of a plan first to go.</summary>
    public IEnumerable<(AreaBreach Breach, IReadOnlyList<int> Areas)> Check(IReadOnlyList<RenewalArea> areas) =>
        [.. Counts(areas), .. Land(areas), .. Cost(areas), .. Spacing(areas), .. Remainders(areas)];

    private IEnumerable<(AreaBreach Breach, IReadOnlyList<int> Areas)> Counts(IReadOnlyList<RenewalArea> areas)
    {
        var limits = ground.Options.Limits;
        if (limits.MostAreas is { } most && areas.Count > most.Value)
        {
            yield return (LimitText.Breach(
                "most_areas", $"There are {areas.Count} areas; at most {most.Value:0} are asked for.", $"共 {areas.Count} 个片区,至多 {most.Value:0} 个。",
                LimitText.PriceOf(most, areas.Count - most.Value)), [areas.Count - 1]);
        }

        if (limits.FewestAreas is { } fewest && areas.Count < fewest.Value)
        {
            yield return (LimitText.Breach(
                "fewest_areas", $"There are {areas.Count} areas; at least {fewest.Value:0} are asked for.", $"共 {areas.Count} 个片区,至少 {fewest.Value:0} 个。",
                LimitText.PriceOf(fewest, fewest.Value - areas.Count)), []);
        }
    }

    private IEnumerable<(AreaBreach Breach, IReadOnlyList<int> Areas)> Land(IReadOnlyList<RenewalArea> areas)
    {
        var land = areas.Sum(area => area.Parcels.Sum(parcel => ground.NetAreas[parcel]));
        if (ground.Options.Limits.LandBudget is { } budget && land > budget.Value + 1e-3)
        {
            yield return (LimitText.Breach(
                "land_budget_m2", $"All areas together have {land:0.##} m² of net land; the budget is {budget.Value:0.##} m².",
                $"全部片区净用地 {land:0.##} m²,预算 {budget.Value:0.##} m²。", LimitText.PriceOf(budget, land - budget.Value)), [areas.Count - 1]);
        }
    }

    private IEnumerable<(AreaBreach Breach, IReadOnlyList<int> Areas)> Cost(IReadOnlyList<RenewalArea> areas)
    {
        if (ground.Options.Limits is not { CostBudget: { } budget, Cost: { } model })
        {
            yield break;
        }

        var cost = areas.Sum(area => CostOf(area, model));
        if (cost > budget.Value + 1e-3)
        {
            yield return (LimitText.Breach(
                "cost_budget", $"All areas together cost {cost:0.##}; the budget is {budget.Value:0.##}.",
                $"全部片区费用 {cost:0.##},预算 {budget.Value:0.##}。", LimitText.PriceOf(budget, cost - budget.Value)), [areas.Count - 1]);
        }
    }

    private double CostOf(RenewalArea area, CostModel model) =>
        (model.PerLand * area.Parcels.Sum(parcel => ground.NetAreas[parcel]))
        + area.Dispositions.Sum(proposed => ParcelCosts.Of(AreaStock.Standing(ground.City, ground.Facts, proposed.Building, proposed), model));

    private IEnumerable<(AreaBreach Breach, IReadOnlyList<int> Areas)> Spacing(IReadOnlyList<RenewalArea> areas)
    {
        if (ground.Options.Limits.Spacing is not { Value: > 0 } spacing)
        {
            yield break;
        }

        var boxes = areas.Select(area => BoxOf(area.Parcels)).ToList();
        var limit = spacing.Value * ground.Fabric.Plane.UnitsPerMetre;
        for (var one = 0; one < areas.Count; one++)
        {
            for (var other = one + 1; other < areas.Count; other++)
            {
                if (AreClose(boxes[one], boxes[other], limit) && areas[one].Parcels.Any(a => areas[other].Parcels.Any(b => _distances.AreNearer(a, b, spacing.Value))))
                {
                    var first = ground.City.Parcels.Ids[areas[other].Parcels[0]];
                    yield return (LimitText.Breach(
                        "spacing_m", $"Two areas are nearer than {spacing.Value:0.##} m; {first} is in one of them.",
                        $"两个片区相距不足 {spacing.Value:0.##} m,其一含地块 {first}。", LimitText.PriceOf(spacing, 1)), [other]);
                }
            }
        }
    }

    private GridBox BoxOf(IReadOnlyList<int> parcels) => parcels.Select(_distances.BoxOf).Aggregate((one, other) => new GridBox(
        Math.Min(one.MinX, other.MinX), Math.Min(one.MinY, other.MinY), Math.Max(one.MaxX, other.MaxX), Math.Max(one.MaxY, other.MaxY)));

    private static bool AreClose(GridBox one, GridBox other, double limit) =>
        one.MinX - limit < other.MaxX && other.MinX - limit < one.MaxX && one.MinY - limit < other.MaxY && other.MinY - limit < one.MaxY;

    private IEnumerable<(AreaBreach Breach, IReadOnlyList<int> Areas)> Remainders(IReadOnlyList<RenewalArea> areas)
    {
        if (ground.Options.Limits.SmallestRemainder is not { Value: > 0 } smallest)
        {
            yield break;
        }

        foreach (var (parcels, beside) in new BlockRemainders(ground, membership).Of(areas))
        {
            var land = parcels.Sum(parcel => ground.NetAreas[parcel]);
            if (land < smallest.Value - 1e-6)
            {
                var first = ground.City.Parcels.Ids[parcels[0]];
                yield return (LimitText.Breach(
                    "smallest_remainder_m2", $"Around {first} only {land:0.##} m² of a block are left over; at least {smallest.Value:0.##} m² are to stay.",
                    $"{first} 一带街坊仅剩 {land:0.##} m²,至少应剩 {smallest.Value:0.##} m²。", LimitText.PriceOf(smallest, smallest.Value - land)), beside);
            }
        }
    }
}
