using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Service.Rpc.Plans;

/// <summary>Reads the limits of a request; a field that is not set limits nothing.</summary>
internal static class LimitRequests
{
    public static PlanLimits ToLimits(V1.PlanLimits? wire) => wire is null ? PlanLimits.None : new PlanLimits
    {
        MinimumAreaPrice = wire.HasMinimumAreaPrice ? wire.MinimumAreaPrice : null,
        MaximumAreaPrice = wire.HasMaximumAreaPrice ? wire.MaximumAreaPrice : null,
        OpeningPrice = wire.OpeningPriceM2,
        FewestAreas = Limit(wire.FewestAreas),
        MostAreas = Limit(wire.MostAreas),
        LeastPolsbyPopper = Limit(wire.LeastPolsbyPopper),
        LandBudget = Limit(wire.LandBudgetM2),
        CostBudget = Limit(wire.CostBudget),
        Cost = wire.Cost is { } cost
            ? new CostModel { PerRenovated = cost.PerRenovatedM2, PerDemolished = cost.PerDemolishedM2, PerLand = cost.PerLandM2 }
            : null,
        MustLink = [.. wire.MustLink.Select(list => (IReadOnlyList<string>)[.. list.Parcels])],
        CannotLink = [.. wire.CannotLink.Select(group => new ApartGroup([.. group.Parcels], group.HasPrice ? group.Price : null))],
        KeepWhole = [.. wire.KeepWhole.Select(Whole)],
        LinkPrices = [.. wire.LinkPrices.Select(link => new LinkPrice([.. link.Parcels], link.Price))],
        DivisionPrices = [.. wire.DivisionPrices.Select(priced => new DivisionPrice(priced.Division, priced.Price))],
        UncrossedDivisions = wire.CrossesUnits || wire.UncrossedDivisions.Count > 0 || wire.DivisionPrices.Any(priced => priced.Division == LayerNames.PlanningUnits) ? [.. wire.UncrossedDivisions] : PlanLimits.None.UncrossedDivisions,
        Crossings = [.. wire.Crossings.Select(crossing => new CrossingPrice(crossing.Kind, crossing.Price))],
        Spacing = Limit(wire.SpacingM),
        LargestEnclave = Limit(wire.LargestEnclaveM2),
        SmallestRemainder = Limit(wire.SmallestRemainderM2),
        Projects = [.. wire.Projects.Select(Project)],
    };

    private static PricedLimit? Limit(V1.PricedLimit? wire) => wire is null ? null : new PricedLimit(wire.Value, wire.HasPrice ? wire.Price : null);

    private static WholeGroup Whole(V1.WholeGroup wire) => new()
    {
        Name = wire.Name, Parcels = [.. wire.Parcels], Division = wire.Division, IsObligatory = wire.Obligatory,
        Price = wire.HasPrice ? wire.Price : null,
    };

    private static ProjectRequest Project(V1.ProjectRequest wire) =>
        new() { Id = wire.Id, Parcels = [.. wire.Parcels], Phase = wire.Phase, Category = wire.Category };
}
