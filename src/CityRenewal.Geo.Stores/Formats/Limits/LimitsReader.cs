using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;
using YamlDotNet.RepresentationModel;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Reads the fields of a limits file; what is wrong is noted where it stands.</summary>
internal static class LimitsReader
{
    private static readonly PackKeys PricedKeys = new(["value", "price"], []);
    private static readonly PackKeys CostKeys = new([], ["per_renovated_m2", "per_demolished_m2", "per_land_m2"]);

    /// <summary>The fields that a limits file may have.</summary>
    public static PackKeys Keys { get; } = new(
        [],
        [
            "minimum_area_m2", "maximum_area_m2", "fewest_areas", "most_areas", "opening_price_m2", "least_polsby_popper", "land_budget_m2",
            "cost_budget", "cost", "locked_in", "locked_out", "must_link", "link_prices", "cannot_link", "division_prices", "keep_whole", "uncrossed_divisions", "crossings",
            "spacing_m", "largest_enclave_m2", "smallest_remainder_m2", "projects", "rules", "parameters", "sources",
        ]);

    /// <summary>What the fields say.</summary>
    public static LimitsRequest Read(PackFields fields)
    {
        var (minimum, maximum) = (Limit(fields["minimum_area_m2"]), Limit(fields["maximum_area_m2"]));
        return new LimitsRequest(Limits(fields) with { MinimumAreaPrice = minimum?.Price, MaximumAreaPrice = maximum?.Price }, null)
        {
            MinimumArea = minimum?.Value,
            MaximumArea = maximum?.Value,
            LockedIn = LimitLists.Ids(fields["locked_in"]),
            LockedOut = LimitLists.Ids(fields["locked_out"]),
        };
    }

    private static PlanLimits Limits(PackFields fields) => new()
    {
        OpeningPrice = fields["opening_price_m2"]?.Number(double.MaxValue) ?? 0,
        FewestAreas = Limit(fields["fewest_areas"]),
        MostAreas = Limit(fields["most_areas"]),
        LeastPolsbyPopper = Limit(fields["least_polsby_popper"]),
        LandBudget = Limit(fields["land_budget_m2"]),
        CostBudget = Limit(fields["cost_budget"]),
        Cost = Cost(fields["cost"]),
        MustLink = LimitLists.Of(fields["must_link"], LimitLists.Ids),
        CannotLink = LimitLists.Of(fields["cannot_link"], LimitLists.Apart),
        KeepWhole = LimitLists.Of(fields["keep_whole"], LimitLists.Whole),
        LinkPrices = LimitLists.Of(fields["link_prices"], LimitLists.Link),
        UncrossedDivisions = fields["uncrossed_divisions"] is { } divisions ? LimitLists.Ids(divisions) : UncrossedBesides(fields),
        DivisionPrices = LimitLists.Of(fields["division_prices"], LimitLists.DivisionAtPrice),
        Crossings = LimitLists.Of(fields["crossings"], LimitLists.Crossing),
        Spacing = Limit(fields["spacing_m"]),
        LargestEnclave = Limit(fields["largest_enclave_m2"]),
        SmallestRemainder = Limit(fields["smallest_remainder_m2"]),
        Projects = LimitLists.Of(fields["projects"], LimitLists.Project),
    };

    // A division with a price is crossed at it: the default that none is crossed does not hold for it.
    private static IReadOnlyList<string> UncrossedBesides(PackFields fields)
    {
        var priced = fields["division_prices"] is null ? [] : LimitLists.Of(fields["division_prices"], node => (node.Yaml as YamlMappingNode)?
            .Children.FirstOrDefault(child => child.Key is YamlScalarNode { Value: "division" }).Value is YamlScalarNode { Value: { } name } ? name : "");
        return priced.Contains(LayerNames.PlanningUnits) ? [] : PlanLimits.None.UncrossedDivisions;
    }

    /// <summary>A number, or a number with its price; null where there is none.</summary>
    private static PricedLimit? Limit(PackNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (!node.HasFields)
        {
            return new PricedLimit(node.Number(double.MaxValue));
        }

        var fields = node.Fields(PricedKeys);
        return new PricedLimit(fields["value"]?.Number(double.MaxValue) ?? 0, fields["price"]?.Number(double.MaxValue));
    }

    private static CostModel? Cost(PackNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var fields = node.Fields(CostKeys);
        return new CostModel
        {
            PerRenovated = fields["per_renovated_m2"]?.Number(double.MaxValue) ?? 0,
            PerDemolished = fields["per_demolished_m2"]?.Number(double.MaxValue) ?? 0,
            PerLand = fields["per_land_m2"]?.Number(double.MaxValue) ?? 0,
        };
    }
}
